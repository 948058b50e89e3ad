"""Places for variables outside of frames.

While a method changes the value of such a variable it is *taken* (decision 39): it has no value
then, and ``taken_by`` is the name of the method, otherwise None.
"""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int


@jit.dont_look_inside
def taken(name, method):
    """The RuffError for using the variable ``name`` (str) while ``method`` (str) changes it."""
    return plain_error(kinds.TAKEN_VARIABLE, "'%s' cannot be used while %s changes it" % (
        name, method))


class W_Cell(W_Root):
    """A captured variable; ``w_value`` is None while it is unbound or taken."""
    _attrs_ = ['w_value', 'taken_by']
    taken_by = None

    def __init__(self, w_value):
        self.w_value = w_value

    def check_free(self, name):
        """RuffError while it is taken; ``name`` (str): that of the variable."""
        if self.taken_by is not None:
            raise taken(name, self.taken_by)

    def take(self, method):
        """The value leaves the variable until ``put_back``."""
        w_value = self.w_value
        self.w_value = None
        self.taken_by = method
        return w_value

    def put_back(self, w_value):
        self.taken_by = None
        self.w_value = w_value


UNBOUND = 0
CONSTANT = 1
INT = 2
FLOAT = 3
OBJECT = 4


class GlobalCell(object):
    """A global variable.

    The first value is a constant for compiled code (functions, most of all).  The second different
    one turns the cell for good into a plain one: int and float unboxed while only these come.
    """
    _immutable_fields_ = ['name', 'state?', 'w_constant?']
    taken_by = None

    def __init__(self, name):
        self.name = name
        self.state = UNBOUND
        self.w_constant = None
        self.w_value = None
        self.int_value = 0
        self.float_value = 0.0

    def get(self):
        """The value, None while unbound or taken."""
        state = self.state
        if state == CONSTANT:
            return self.w_constant
        if state == INT:
            return W_Int(self.int_value)
        if state == FLOAT:
            return W_Float(self.float_value)
        return self.w_value

    def set(self, w_value):
        state = self.state
        if state == INT and isinstance(w_value, W_Int):
            self.int_value = w_value.value
        elif state == FLOAT and isinstance(w_value, W_Float):
            self.float_value = w_value.value
        elif state == OBJECT:
            self.check_free()
            self.w_value = w_value
        else:
            self._change_state(w_value)

    def check_free(self):
        """RuffError while the variable is taken."""
        if self.taken_by is not None:
            raise taken(self.name, self.taken_by)

    def take(self, method):
        """The value leaves the variable until ``put_back``."""
        w_value = self.get()
        if self.state != OBJECT:
            self.w_constant = None
            self.state = OBJECT
        self.w_value = None
        self.taken_by = method
        return w_value

    def put_back(self, w_value):
        self.taken_by = None
        self.w_value = w_value

    def _change_state(self, w_value):
        state = self.state
        if state == UNBOUND:
            self.w_constant = w_value
            self.state = CONSTANT
        elif state == CONSTANT:
            if w_value is self.w_constant:
                return
            if isinstance(w_value, W_Int) and isinstance(self.w_constant, W_Int):
                self.int_value = w_value.value
                self.state = INT
            elif isinstance(w_value, W_Float) and isinstance(self.w_constant, W_Float):
                self.float_value = w_value.value
                self.state = FLOAT
            else:
                self.w_value = w_value
                self.state = OBJECT
            self.w_constant = None
        else:
            self.w_value = w_value
            self.state = OBJECT

    def is_bound(self):
        return self.state != UNBOUND

    def restore(self, w_value):
        """Make the cell what it was when ``get`` gave ``w_value``: unbound again for None."""
        if w_value is not None:
            self.set(w_value)
        elif self.state != UNBOUND:
            self.w_value = None
            self.w_constant = None
            self.state = UNBOUND
