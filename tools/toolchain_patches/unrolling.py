"""Corrections of the unrolling of loops."""
from rpython.jit.metainterp.optimize import InvalidLoop, SpeculativeError
from rpython.jit.metainterp.optimizeopt import info, intutils, optimizer, rewrite, unroll
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import rop

# A current toolchain divides the unrolling optimizer in another way.
LoopUnroller = getattr(unroll, "OptUnroll", unroll.UnrollOptimizer)
UnrollableOptimizer = getattr(unroll, "UnrollableOptimizer", unroll.UnrollOptimizer)


def reads_of_another_type(known, operation):
    """Tells whether an operation treats an object as something that it is not.

    ``known``: what the optimizer knows about the object (AbstractInfo). A
    class has the fields of its base class first, so that two descriptions fit
    one object if the fields of the shorter one begin the longer one.
    """
    number = operation.opnum
    if (rop.is_getarrayitem(number) or number == rop.SETARRAYITEM_GC or
            number == rop.ARRAYLEN_GC):
        return isinstance(known, info.AbstractStructPtrInfo)
    if not (rop.is_getfield(number) or number == rop.SETFIELD_GC):
        return False
    if isinstance(known, info.ArrayPtrInfo):
        return True
    if not isinstance(known, info.AbstractStructPtrInfo) or known.descr is None:
        return False
    fields = known.descr.get_all_fielddescrs()
    others = operation.getdescr().get_parent_descr().get_all_fielddescrs()
    count = min(len(fields), len(others))
    return count > 0 and fields[count - 1] is not others[count - 1]


def patch_reads_of_another_type():
    """The second iteration of an unrolled loop may contradict the first one.

    What a field holds may be known from the first iteration when the type tag
    beside it is not: a call has changed both, and only the field was read. The
    optimizer then met an array where it knew a struct, or one struct for
    another, and took the wrong item for the field. Such a loop would leave at
    the guard of the tag each time; it is not compiled.
    """
    original = optimizer.Optimizer.ensure_ptr_info_arg0.im_func

    def ensure_ptr_info_arg0(self, op):
        known = original(self, op)
        if reads_of_another_type(known, op):
            raise InvalidLoop("an object is used as two types")
        return known

    optimizer.Optimizer.ensure_ptr_info_arg0 = ensure_ptr_info_arg0


def patch_names_invented_by_the_jump():
    """A value that only the jump of a loop needs has to be computed before its label.

    A value that the first iteration knows in two ways gets a second name, and
    the list of such names was copied before the jump, which can add to it, was
    built. The loop then started with a value that nothing had computed.
    """
    original = unroll.UnrollOptimizer.optimize_peeled_loop.im_func

    def optimize_peeled_loop(self, *arguments):
        loop, operations = original(self, *arguments)
        loop.extra_same_as = self.optimizer.optunroll.short_preamble_producer.extra_same_as
        return loop, operations

    unroll.UnrollOptimizer.optimize_peeled_loop = optimize_peeled_loop


def patch_stores_forced_by_the_jump():
    """The jump that ends a peeled loop may need further values of the first iteration.

    A delayed store is written before the jump, and its value is then added to
    what the label takes. The builder that does so was connected to the label
    only where the jump goes back to that label; a jump to the preamble, or a
    guard before the jump, met a builder without one.
    """
    original = LoopUnroller.finalize_short_preamble.im_func

    def finalize_short_preamble(self, label_op, virtual_state):
        target_token = original(self, label_op, virtual_state)
        short_preamble = target_token.short_preamble
        self.short_preamble_producer.setup(
            short_preamble[-1].getarglist(), short_preamble, label_op.getarglist())
        return target_token

    LoopUnroller.finalize_short_preamble = finalize_short_preamble


def patch_arguments_added_by_the_jump():
    """d3e06383e65, 983edc22e58: the jump of a loop passes as many values as its label takes.

    Making the values that the jump passes, or writing the stores that were
    delayed until then, may add values to what the label takes. The arguments
    of the jump had been listed by then, and the loop read behind their end.
    """
    inline = LoopUnroller.inline_short_preamble.im_func
    peel = unroll.UnrollOptimizer.optimize_peeled_loop.im_func

    def inline_short_preamble(self, jump_args, args_no_virtuals, short,
                              patchguardop, target_token, label_op):
        while True:
            try:
                added = inline(self, jump_args, args_no_virtuals, short,
                               patchguardop, target_token, label_op)
            except KeyError:
                raise InvalidLoop("a value of the short preamble is not known")
            except SpeculativeError:
                raise InvalidLoop("the short preamble reads another type")
            for box in added:
                self.optimizer.force_box(box)
            self.optimizer.flush()
            if len(short[-1].getarglist()) == len(added):
                return added

    def optimize_peeled_loop(self, *arguments):
        loop, operations = peel(self, *arguments)
        jump = operations[-1]
        if (jump.getdescr() is loop.label_op.getdescr() and
                jump.numargs() != loop.label_op.numargs()):
            raise InvalidLoop("the jump does not fit its label")
        return loop, operations

    LoopUnroller.inline_short_preamble = inline_short_preamble
    unroll.UnrollOptimizer.optimize_peeled_loop = optimize_peeled_loop


def check_constant(known, constant, cpu):
    """Raises InvalidLoop if an object cannot be a constant.

    ``known``: what the optimizer knows about the object (AbstractInfo), or None.
    """
    if known is None or known.is_virtual() or known.is_constant() or not known.is_nonnull():
        return
    if not constant.nonnull():
        raise InvalidLoop("null where an object is known")
    exact = known.get_known_class(cpu)
    if exact is not None and not exact.same_constant(cpu.ts.cls_of_box(constant)):
        raise InvalidLoop("a constant of another class")


def patch_guards_of_an_abandoned_jump():
    """1914e52e258 and successors: an attempt to jump changes no guard before it.

    The attempt inlines what a loop expects at its start, and may fail after
    part of it. A guard of that part must not replace an earlier guard on the
    same object by a stronger one: the trace would leave there for ever.
    """
    original_init = optimizer.Optimizer.__init__.im_func
    original_jump = LoopUnroller.jump_to_existing_trace.im_func
    original_last_guard = info.NonNullPtrInfo.get_last_guard.im_func
    original_guard_value = rewrite.OptRewrite.optimize_GUARD_VALUE.im_func

    def init(self, metainterp_sd, jitdriver_sd, optimizations=None):
        self.guards_may_be_replaced = True
        original_init(self, metainterp_sd, jitdriver_sd, optimizations)

    def jump_to_existing_trace(self, jump_op, label_op, runtime_boxes, force_boxes=False):
        self.optimizer.guards_may_be_replaced = False
        try:
            return original_jump(self, jump_op, label_op, runtime_boxes, force_boxes)
        finally:
            self.optimizer.guards_may_be_replaced = True

    def get_last_guard(self, optimizer):
        if not optimizer.guards_may_be_replaced:
            return None
        return original_last_guard(self, optimizer)

    def optimize_GUARD_VALUE(self, op):
        if op.getarg(0).type == "r" and not self.optimizer.guards_may_be_replaced:
            check_constant(self.getptrinfo(op.getarg(0)), op.getarg(1), self.optimizer.cpu)
        return original_guard_value(self, op)

    def mark_last_guard(self, optimizer):
        last = optimizer.getlastop()
        if last is not None and last.is_guard():
            self.last_guard_pos = len(optimizer._newoperations) - 1

    info.NonNullPtrInfo.mark_last_guard = mark_last_guard
    optimizer.Optimizer.__init__ = init
    LoopUnroller.jump_to_existing_trace = jump_to_existing_trace
    info.NonNullPtrInfo.get_last_guard = get_last_guard
    rewrite.OptRewrite.optimize_GUARD_VALUE = optimize_GUARD_VALUE
    rewrite.dispatch_opt = make_dispatcher_method(
        rewrite.OptRewrite, "optimize_", default=rewrite.OptRewrite.emit)


def patch_bounds_with_one_value():
    """An integer whose bounds leave one value is a constant in the second iteration, too.

    Bounds that are found after an operation was written do not make it a
    constant. The label of the loop then takes no such value, but what its
    guards hand over was the result of the first iteration.
    """
    original = UnrollableOptimizer.setinfo_from_preamble.im_func

    def setinfo_from_preamble(self, op, preamble_info, exported_infos):
        if isinstance(preamble_info, intutils.IntBound) and preamble_info.is_constant():
            op = op.get_box_replacement()
            if op.get_forwarded() is None and not op.is_constant():
                op.set_forwarded(preamble_info.getconst())
            return
        original(self, op, preamble_info, exported_infos)

    UnrollableOptimizer.setinfo_from_preamble = setinfo_from_preamble
