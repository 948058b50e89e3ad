"""Corrections for second iterations that contradict the first.

The second iteration of an unrolled loop is optimized with what the first one has
proved. It may turn out to be impossible: an index outside of its array, a class
that the object does not have. Such a loop is not compiled that way.
"""
from rpython.jit.metainterp.history import Const
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import info, optimizer, rewrite, virtualize
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method

# Longer arrays are neither virtual, nor are their items remembered behind this one.
LARGEST_INDEX = 150000


def check_index(array, index, is_read):
    """Raises InvalidLoop for a constant index that no valid trace has.

    ``array``: what is known about the array (AbstractInfo), or None.
    """
    if index < 0:
        raise InvalidLoop("a negative index")
    if array is None or not array.is_virtual() or not isinstance(array, info.ArrayPtrInfo):
        return
    if index >= array.getlength():
        raise InvalidLoop("an index behind the end of an array")
    if is_read and array._items[index] is None:
        raise InvalidLoop("an item that was never set")


def patch_impossible_indices():
    """588e5411f35: constant indices that are negative, too large or unset."""
    OptVirtualize = virtualize.OptVirtualize
    ArrayPtrInfo = info.ArrayPtrInfo
    setitem_before = ArrayPtrInfo.setitem.im_func
    read_before = OptVirtualize.optimize_GETARRAYITEM_GC_I.im_func
    store_before = OptVirtualize.optimize_SETARRAYITEM_GC.im_func

    def read(self, op):
        index = self.get_constant_box(op.getarg(1))
        if index is not None:
            check_index(self.getptrinfo(op.getarg(0)), index.getint(), True)
        return read_before(self, op)

    def store(self, op):
        index = self.get_constant_box(op.getarg(1))
        if index is not None:
            check_index(self.getptrinfo(op.getarg(0)), index.getint(), False)
        return store_before(self, op)

    def of_reasonable_size(original):
        def new_array(self, op):
            size = self.get_constant_box(op.getarg(0))
            if size is not None and not 0 <= size.getint() <= LARGEST_INDEX:
                return self.emit(op)
            return original(self, op)
        return new_array

    def setitem(self, descr, index, struct, op, optheap=None, cf=None):
        # What is not remembered is not registered as remembered either.
        if index <= LARGEST_INDEX:
            setitem_before(self, descr, index, struct, op, optheap, cf)

    for kind in "IRF":
        setattr(OptVirtualize, "optimize_GETARRAYITEM_GC_" + kind, read)
        setattr(OptVirtualize, "optimize_GETARRAYITEM_GC_PURE_" + kind, read)
    OptVirtualize.optimize_SETARRAYITEM_GC = store
    for name in ("optimize_NEW_ARRAY", "optimize_NEW_ARRAY_CLEAR"):
        setattr(OptVirtualize, name, of_reasonable_size(getattr(OptVirtualize, name).im_func))
    virtualize.dispatch_opt = make_dispatcher_method(
        OptVirtualize, "optimize_", default=OptVirtualize.emit)
    ArrayPtrInfo.setitem = setitem


def patch_guards_of_booleans():
    """108b1bcb292: a guard that asks a boolean for 2 always fails, which is no error."""
    original = optimizer.Optimizer._maybe_replace_guard_value.im_func

    def maybe_replace_guard_value(self, op, descr):
        if (op.getarg(0).type == "i" and self.getintbound(op.getarg(0)).is_bool() and
                not 0 <= op.getarg(1).getint() <= 1):
            return op
        return original(self, op, descr)

    optimizer.Optimizer._maybe_replace_guard_value = maybe_replace_guard_value


def patch_guards_of_classes():
    """d7e235d0e787, 8c1762c19af, a99db343f0b: classes that contradict what is known.

    The release wrote the guard, went on with the other class behind it, or
    stopped at an assertion.
    """
    OptRewrite = rewrite.OptRewrite
    subclass_before = OptRewrite.optimize_GUARD_SUBCLASS.im_func
    record_before = OptRewrite.optimize_RECORD_EXACT_CLASS.im_func

    def optimize_GUARD_SUBCLASS(self, op):
        known = self.getptrinfo(op.getarg(0))
        if known is not None and not known.is_constant() and known.is_about_object():
            wanted = op.getarg(1).getint()
            is_subclass = self.optimizer._check_subclass
            exact = known.get_known_class(self.optimizer.cpu)
            if exact is not None:
                if not is_subclass(exact.getint(), wanted):
                    raise InvalidLoop("an object of another class")
            elif known.get_descr() is not None:
                least = known.get_descr().get_vtable()
                if not is_subclass(least, wanted) and not is_subclass(wanted, least):
                    raise InvalidLoop("an object of an unrelated class")
        return subclass_before(self, op)

    def optimize_RECORD_EXACT_CLASS(self, op):
        known = self.getptrinfo(op.getarg(0))
        if known is not None:
            exact = known.get_known_class(self.optimizer.cpu)
            wanted = op.getarg(1)
            assert isinstance(wanted, Const)
            if exact is not None and not exact.same_constant(wanted):
                raise InvalidLoop("an object is recorded as one of another class")
        return record_before(self, op)

    OptRewrite.optimize_GUARD_SUBCLASS = optimize_GUARD_SUBCLASS
    OptRewrite.optimize_RECORD_EXACT_CLASS = optimize_RECORD_EXACT_CLASS
    rewrite.dispatch_opt = make_dispatcher_method(
        OptRewrite, "optimize_", default=OptRewrite.emit)
