"""Corrections of what the optimizer knows about numbers."""
import sys

from rpython.jit.codewriter import longlong
from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import intbounds, optimizer, pure, rewrite
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import AbstractResOp, ResOperation, opclasses, rop
from rpython.rlib.rarithmetic import intmask, ovfcheck


def patch_knowledge_about_emitted_operations():
    """8ec8ca00567: bounds carried back through operations of another trace.

    The body of an unrolled loop sees results that its preamble computed. The
    operation behind such a result says nothing about the value in later
    rounds, so only operations of the trace being written may be looked into.
    """
    original_init = optimizer.Optimizer.__init__.im_func
    original_emit = optimizer.Optimizer._emit_operation.im_func

    def init(self, metainterp_sd, jitdriver_sd, optimizations=None):
        self.integer_operations_emitted = {}
        original_init(self, metainterp_sd, jitdriver_sd, optimizations)

    def emit_operation(self, op):
        count = len(self._newoperations)
        original_emit(self, op)
        if len(self._newoperations) > count:
            emitted = self._newoperations[-1]
            if emitted.type == "i":
                self.integer_operations_emitted[emitted] = None

    emit_operation._annspecialcase_ = original_emit._annspecialcase_

    def propagate_bounds_backward(self, box):
        bounds = self.getintbound(box)
        if bounds.has_lower and bounds.has_upper and (
                bounds.lower == bounds.upper):
            self.make_constant_int(box, bounds.lower)
        if (isinstance(box, AbstractResOp) and
                box in self.optimizer.integer_operations_emitted):
            intbounds.dispatch_bounds_ops(self, box)

    optimizer.Optimizer.__init__ = init
    optimizer.Optimizer._emit_operation = emit_operation
    intbounds.OptIntBounds.propagate_bounds_backward = (
        propagate_bounds_backward)


def patch_conversions_of_float_bits():
    """The two conversions between a float and its bits undo each other.

    The release computes both, although a field of a struct is often read in
    the trace that has stored it.
    """
    def to_bits(self, op):
        self.optimizer.pure_from_args(
            rop.CONVERT_LONGLONG_BYTES_TO_FLOAT, [op], op.getarg(0))
        return self.emit(op)

    def to_float(self, op):
        self.optimizer.pure_from_args(
            rop.CONVERT_FLOAT_BYTES_TO_LONGLONG, [op], op.getarg(0))
        return self.emit(op)

    OptRewrite = rewrite.OptRewrite
    OptRewrite.optimize_CONVERT_FLOAT_BYTES_TO_LONGLONG = to_bits
    OptRewrite.optimize_CONVERT_LONGLONG_BYTES_TO_FLOAT = to_float
    rewrite.dispatch_opt = make_dispatcher_method(
        OptRewrite, "optimize_", default=OptRewrite.emit)


def patch_bounds_of_wrapping_arithmetic():
    """Bounds of a result say something about the operands only if nothing wrapped.

    The release subtracted, divided or shifted back through operations whose
    exact result may not fit a machine word.
    """
    OptIntBounds = intbounds.OptIntBounds

    def only_without_wrapping(original, bounds_of_exact_result):
        def propagate_bounds(self, op):
            bounds = self.getintbound(op.getarg(0))
            others = self.getintbound(op.getarg(1))
            if bounds_of_exact_result(bounds, others).bounded():
                original(self, op)
        return propagate_bounds

    def exact_sum(bounds, others):
        return bounds.add_bound(others)

    def exact_difference(bounds, others):
        return bounds.sub_bound(others)

    def exact_product(bounds, others):
        return bounds.mul_bound(others)

    def exact_shift(bounds, others):
        return bounds.lshift_bound(others)

    add = OptIntBounds.propagate_bounds_INT_ADD.im_func

    def propagate_bounds_INT_ADD(self, op):
        if self.is_raw_ptr(op.getarg(0)) or self.is_raw_ptr(op.getarg(1)):
            return
        add_without_wrapping(self, op)

    add_without_wrapping = only_without_wrapping(add, exact_sum)
    OptIntBounds.propagate_bounds_INT_ADD = propagate_bounds_INT_ADD
    OptIntBounds.propagate_bounds_INT_SUB = only_without_wrapping(
        OptIntBounds.propagate_bounds_INT_SUB.im_func, exact_difference)
    OptIntBounds.propagate_bounds_INT_MUL = only_without_wrapping(
        OptIntBounds.propagate_bounds_INT_MUL.im_func, exact_product)
    OptIntBounds.propagate_bounds_INT_LSHIFT = only_without_wrapping(
        OptIntBounds.propagate_bounds_INT_LSHIFT.im_func, exact_shift)
    intbounds.dispatch_bounds_ops = make_dispatcher_method(
        OptIntBounds, "propagate_bounds_")


SMALLEST_INT = -sys.maxint - 1


def patch_smallest_int_is_no_power_of_two():
    """A product with the smallest int stays a product.

    It passes the test x & (x - 1) == 0, which is meant to find powers of two,
    and the release looked for its highest bit in an endless loop.
    """
    OptRewrite = rewrite.OptRewrite
    original = OptRewrite.optimize_INT_MUL.im_func

    def optimize_INT_MUL(self, op):
        for index in range(2):
            bounds = self.getintbound(op.getarg(index))
            if bounds.is_constant() and bounds.getint() == SMALLEST_INT:
                return self.emit(op)
        return original(self, op)

    OptRewrite.optimize_INT_MUL = optimize_INT_MUL
    rewrite.dispatch_opt = make_dispatcher_method(
        OptRewrite, "optimize_", default=OptRewrite.emit)


def patch_inverses_of_float_comparisons():
    """That a float is not less than another one does not make it greater or equal.

    Both are false for NaN, so orderings of floats have no inverse.
    """
    for number in (rop.FLOAT_LT, rop.FLOAT_LE, rop.FLOAT_GT, rop.FLOAT_GE):
        opclasses[number].boolinverse = -1


def patch_reuse_of_unchecked_results():
    """9b325c80944: a checked operation takes no result of an unchecked one.

    Both kinds were remembered in one list, so that a checked addition whose
    result a wrapping one had computed before lost its check.
    """
    OptPure = pure.OptPure
    original_init = OptPure.__init__.im_func
    unchecked_count = rop._ALWAYS_PURE_LAST - rop._ALWAYS_PURE_FIRST
    checked_count = rop._OVF_LAST - rop._OVF_FIRST + 1

    def init(self):
        original_init(self)
        self._pure_operations = [None] * (unchecked_count + checked_count)

    def getrecentops(self, opnum):
        if rop.is_ovf(opnum):
            index = unchecked_count + opnum - rop._OVF_FIRST
        else:
            index = opnum - rop._ALWAYS_PURE_FIRST
        assert 0 <= index < len(self._pure_operations)
        recent = self._pure_operations[index]
        if recent is None:
            recent = self._pure_operations[index] = pure.RecentPureOps()
        return recent

    OptPure.__init__ = init
    OptPure.getrecentops = getrecentops


def overflows(number, first, second):
    """Tells whether a checked operation on two machine words overflows."""
    try:
        if number == rop.INT_ADD_OVF:
            ovfcheck(first + second)
        elif number == rop.INT_SUB_OVF:
            ovfcheck(first - second)
        else:
            ovfcheck(first * second)
    except OverflowError:
        return True
    return False


def patch_overflows_of_constants():
    """A checked operation on constants may overflow in the second iteration of a loop.

    The optimizer computed it like one that cannot, and stored the overflow flag
    through a null pointer. Such a loop always leaves there; it is not compiled.
    """
    OptPure = pure.OptPure
    original = OptPure.optimize_default.im_func

    def optimize_default(self, op):
        checked = self.postponed_op
        if checked is not None and op.getopnum() == rop.GUARD_NO_OVERFLOW:
            first = self.get_constant_box(checked.getarg(0))
            second = self.get_constant_box(checked.getarg(1))
            if first is not None and second is not None and overflows(
                    checked.getopnum(), first.getint(), second.getint()):
                self.postponed_op = None
                raise InvalidLoop("an overflow was proven to happen")
        return original(self, op)

    OptPure.optimize_default = optimize_default
    pure.dispatch_opt = make_dispatcher_method(
        OptPure, "optimize_", default=OptPure.optimize_default)


def patch_guards_of_floats():
    """A guard on a float compares bits.

    The processor's comparison calls 0.0 and -0.0 equal and lets NaN pass, and
    of a float that is a constant the optimizer did not ask whether it is the
    one that is wanted.
    """
    OptRewrite = rewrite.OptRewrite
    original = OptRewrite.optimize_GUARD_VALUE.im_func

    def optimize_GUARD_VALUE(self, op):
        if op.getarg(0).type != "f":
            return original(self, op)
        box = op.getarg(0).get_box_replacement()
        wanted = op.getarg(1)
        if box.is_constant():
            if not box.same_constant(wanted):
                raise InvalidLoop("a GUARD_VALUE was proven to always fail")
            return None
        bits = ResOperation(rop.CONVERT_FLOAT_BYTES_TO_LONGLONG, [box])
        self.optimizer.send_extra_operation(bits)
        wanted_bits = longlong.extract_bits(wanted.getfloatstorage())
        self.optimizer.send_extra_operation(op.copy_and_change(
            rop.GUARD_VALUE, args=[bits, ConstInt(intmask(wanted_bits))]))
        self.optimizer.make_constant(box, wanted)
        return None

    OptRewrite.optimize_GUARD_VALUE = optimize_GUARD_VALUE
    rewrite.dispatch_opt = make_dispatcher_method(
        OptRewrite, "optimize_", default=OptRewrite.emit)
