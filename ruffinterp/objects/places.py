"""Where the value is that a method changes (decision 39).

A place is the cell of ``self`` in the method.  The variable at the root of the path is *taken*
meanwhile (cells.py); when the method has ended, also by an error, ``end`` stores what ``self`` is
then.  The containers along the path are exclusive (element_access.py).
"""

from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.element_access import (
    read_path_field, read_path_index, read_path_key, write_constant_key, write_field, write_index)


class W_Place(W_Cell):
    """``w_value``: the value that is changed, from ``begin`` to ``end``."""

    def begin(self, method):
        """A method with this name (str) is going to change the value."""
        raise NotImplementedError

    def end(self):
        """The method has ended."""
        raise NotImplementedError


class W_RootPlace(W_Place):
    """A variable, which is taken between ``take_variable`` and ``restore``.

    Neither calls what could run out of stack, so that no variable stays taken.
    """

    def begin(self, method):
        self.take_variable(method)

    def end(self):
        self.restore()

    def take_variable(self, method):
        raise NotImplementedError

    def restore(self):
        raise NotImplementedError


class W_CapturedPlace(W_RootPlace):
    """A captured variable."""
    _immutable_fields_ = ['w_cell']

    def __init__(self, w_cell):
        W_RootPlace.__init__(self, None)
        self.w_cell = w_cell

    def take_variable(self, method):
        self.w_value = self.w_cell.take(method)

    def restore(self):
        self.w_cell.put_back(self.w_value)


class W_GlobalPlace(W_RootPlace):
    """A global variable."""
    _immutable_fields_ = ['cell']

    def __init__(self, cell):
        W_RootPlace.__init__(self, None)
        self.cell = cell

    def take_variable(self, method):
        self.w_value = self.cell.take(method)

    def restore(self):
        self.cell.put_back(self.w_value)


class W_Part(W_Place):
    """A part of ``w_container``; ``w_root``: the W_RootPlace of the variable, or None for a local
    that nobody else sees."""
    _immutable_fields_ = ['w_root', 'w_container', 'w_part']

    def __init__(self, w_root, w_container, w_part):
        W_Place.__init__(self, w_part)
        self.w_root = w_root
        self.w_container = w_container
        self.w_part = w_part

    def begin(self, method):
        if self.w_root is not None:
            self.w_root.take_variable(method)

    def end(self):
        # First the variable: what follows may run out of stack.
        if self.w_root is not None:
            self.w_root.restore()
        if self.w_value is not self.w_part:
            self.store(self.w_value)

    def store(self, w_value):
        raise NotImplementedError


class W_ItemPlace(W_Part):
    """``container[index]``."""
    _immutable_fields_ = ['w_index']

    def __init__(self, w_root, w_container, w_index):
        W_Part.__init__(self, w_root, w_container, read_path_index(w_container, w_index))
        self.w_index = w_index

    def store(self, w_value):
        write_index(self.w_container, self.w_index, w_value)


class W_FieldPlace(W_Part):
    """``container.name``."""
    _immutable_fields_ = ['name']

    def __init__(self, w_root, w_container, name):
        W_Part.__init__(self, w_root, w_container, read_path_field(w_container, name))
        self.name = name

    def store(self, w_value):
        write_field(self.w_container, self.name, w_value)


class W_KeyPlace(W_Part):
    """``container["name"]``."""
    _immutable_fields_ = ['name', 'w_name']

    def __init__(self, w_root, w_container, name, w_name):
        W_Part.__init__(self, w_root, w_container, read_path_key(w_container, name, w_name))
        self.name = name
        self.w_name = w_name

    def store(self, w_value):
        write_constant_key(self.w_container, self.name, self.w_name, w_value)
