"""The state of a program's variables, to be put back later (language.md 13).

Values are values, so that keeping what is in a variable is enough: a variable that is written
later gets a copy.  What handles stand for (generators, promises, channels ...) is not part of it.
"""

from ruffinterp.objects.array import W_Array
from ruffinterp.objects.array_strategies import object_strategy
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.struct import W_Struct, registry
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result


class SavedGlobal(object):
    def __init__(self, cell):
        self.cell = cell
        self.w_value = cell.get()

    def restore(self):
        self.cell.restore(self.w_value)


class SavedCell(object):
    def __init__(self, w_cell):
        self.w_cell = w_cell
        self.w_value = w_cell.w_value

    def restore(self):
        self.w_cell.w_value = self.w_value


class SavedType(object):
    """What a declaration of the same name replaces."""

    def __init__(self, struct_type):
        self.struct_type = struct_type
        self.methods = struct_type.methods
        self.fields = struct_type.fields
        self.is_closed = struct_type.is_closed
        self.defaults_w = None
        if self.fields is not None:
            self.defaults_w = self.fields.defaults_w

    def restore(self):
        # Compiled code depends on all of them.
        struct_type = self.struct_type
        if struct_type.methods is not self.methods:
            struct_type.set_methods(self.methods)
        if struct_type.fields is not self.fields:
            struct_type.fields = self.fields
            struct_type.is_closed = self.is_closed
        fields = self.fields
        if fields is not None and fields.defaults_w is not self.defaults_w:
            fields.defaults_w = self.defaults_w


class Snapshot(object):
    """The state of ``cells`` ([GlobalCell]), of all variables that functions in them have captured,
    and of the struct types."""

    def __init__(self, cells):
        self.saved_globals = []
        self.saved_cells = []
        self.saved_types = []
        self.seen = {}
        self.waiting = []
        for cell in cells:
            saved = SavedGlobal(cell)
            self.saved_globals.append(saved)
            self._keep(saved.w_value)
        for struct_type in registry.types.values():
            self.saved_types.append(SavedType(struct_type))
            self._look_into_type(struct_type)
        while len(self.waiting) > 0:
            self._look_into(self.waiting.pop())

    def restore(self):
        """Put everything back, as often as wanted."""
        for saved_global in self.saved_globals:
            saved_global.restore()
        for saved_cell in self.saved_cells:
            saved_cell.restore()
        for saved_type in self.saved_types:
            saved_type.restore()

    def _keep(self, w_value):
        if w_value is not None:
            w_value.mark_shared()
            self._add(w_value)

    def _add(self, w_value):
        if isinstance(w_value, W_Container) or isinstance(w_value, W_Function) \
                or isinstance(w_value, W_Cell):
            if w_value not in self.seen:
                self.seen[w_value] = True
                self.waiting.append(w_value)

    def _add_all(self, values_w):
        for w_value in values_w:
            self._add(w_value)

    def _look_into_type(self, struct_type):
        for w_method in struct_type.methods.values():
            self._add(w_method)
        fields = struct_type.fields
        if fields is not None and fields.defaults_w is not None:
            for w_function in fields.defaults_w:
                self._add(w_function)

    def _look_into(self, w_value):
        if isinstance(w_value, W_Cell):
            self.saved_cells.append(SavedCell(w_value))
            self._keep(w_value.w_value)
        elif isinstance(w_value, W_Function):
            for w_captured in w_value.captured:
                self._add(w_captured)
        elif isinstance(w_value, W_Array):
            if w_value.strategy is object_strategy:
                self._add_all(w_value.items_w())
        elif isinstance(w_value, W_Dict):
            self._add_all(w_value.ordered_values())
        elif isinstance(w_value, W_Struct):
            for w_part in w_value.objects:
                self._add(w_part)
        elif isinstance(w_value, W_Set):
            self._add_all(w_value.items_w())
        elif isinstance(w_value, W_Queue):
            self._add_all(w_value.items_w())
        elif isinstance(w_value, W_Stack):
            self._add_all(w_value.items_w())
        else:
            self._look_into_wrapper(w_value)

    def _look_into_wrapper(self, w_value):
        if isinstance(w_value, W_Result):
            self._add(w_value.w_value)
        elif isinstance(w_value, W_Option):
            self._add(w_value.w_value)
        elif isinstance(w_value, W_EnumValue):
            for w_item in w_value.items_w:
                self._add(w_item)
