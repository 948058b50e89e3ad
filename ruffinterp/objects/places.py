"""Where the value is that a method changes (decision 39).

A place is the cell of ``self`` in the method.  The variable at the root of the path is *taken*
meanwhile (cells.py); when the method has ended, also by an error, what ``self`` is then goes back.
The containers along the path are exclusive (element_access.py).
"""

from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.element_access import (
    read_path_field, read_path_index, read_path_key, write_constant_key, write_field, write_index)


class W_Place(W_Cell):
    """``w_value``: the value that is changed, from ``begin`` on; ``w_first``: what it was then.

    ``w_captured``, ``cell``: the captured or global variable at the root; both are None for a local
    that nobody else sees.  ``is_taken``: whether somebody else could see the variable meanwhile.
    ``w_root``: the value of the variable, None if that is what is changed.
    """
    _immutable_fields_ = ['w_captured', 'cell', 'is_taken']

    def __init__(self, w_captured, cell, is_taken):
        W_Cell.__init__(self, None)
        self.w_captured = w_captured
        self.cell = cell
        self.is_taken = is_taken
        self.w_first = None
        self.w_root = None

    def begin(self, method):
        """A method with this name (str) is going to change the value."""
        self.w_first = self.variable_value(method)
        self.w_value = self.w_first

    def variable_value(self, method):
        """The value of the variable at the root, which is taken; None for a local."""
        if self.w_captured is not None:
            if self.is_taken:
                return self.w_captured.take(method)
            return self.w_captured.w_value
        if self.cell is not None:
            return self.cell.take(method)
        return None

    def end(self):
        """The method has ended, and the variable is back."""


class W_Part(W_Place):
    """A part of ``w_container``; ``w_variable``: the W_Place of the variable, or None."""
    _immutable_fields_ = ['w_container']

    def __init__(self, w_variable, w_container, w_part):
        if w_variable is None:
            W_Place.__init__(self, None, None, False)
        else:
            W_Place.__init__(self, w_variable.w_captured, w_variable.cell, w_variable.is_taken)
        self.w_container = w_container
        self.w_first = w_part

    def begin(self, method):
        self.w_value = self.w_first
        self.w_root = self.variable_value(method)

    def end(self):
        if self.w_value is not self.w_first and self.w_value is not None:
            self.store(self.w_value)

    def store(self, w_value):
        raise NotImplementedError


class W_ItemPlace(W_Part):
    """``container[index]``."""
    _immutable_fields_ = ['w_index']

    def __init__(self, w_variable, w_container, w_index):
        W_Part.__init__(self, w_variable, w_container, read_path_index(w_container, w_index))
        self.w_index = w_index

    def store(self, w_value):
        write_index(self.w_container, self.w_index, w_value)


class W_FieldPlace(W_Part):
    """``container.name``."""
    _immutable_fields_ = ['name']

    def __init__(self, w_variable, w_container, name):
        W_Part.__init__(self, w_variable, w_container, read_path_field(w_container, name))
        self.name = name

    def store(self, w_value):
        write_field(self.w_container, self.name, w_value)


class W_KeyPlace(W_Part):
    """``container["name"]``."""
    _immutable_fields_ = ['name', 'w_name']

    def __init__(self, w_variable, w_container, name, w_name):
        W_Part.__init__(self, w_variable, w_container, read_path_key(w_container, name, w_name))
        self.name = name
        self.w_name = w_name

    def store(self, w_value):
        write_constant_key(self.w_container, self.name, self.w_name, w_value)
