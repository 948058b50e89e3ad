"""Corrections to rpython 0.2.1, applied in memory before a translation.

Each function corrects one fault of that release that docs/toolchain.md lists;
the docstring names its upstream fix. A current toolchain has the fixes, and
`apply_patches` leaves it alone but for PATCHES_OF_EVERY_TOOLCHAIN. The tests
are in tools/test.
"""
import os

import rpython
from rpython.jit.codewriter.assembler import Assembler
from rpython.jit.metainterp import heapcache
from rpython.jit.metainterp.history import Const
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import heap, info, intbounds, optimizer, rewrite, unroll
from rpython.jit.metainterp.optimizeopt.util import args_dict, make_dispatcher_method
from rpython.jit.metainterp.resoperation import AbstractResOp, rop
from rpython.memory.gc import incminimark, minimarkpage
from rpython.flowspace.model import Constant
from rpython.rlib import debug
from rpython.rtyper.lltypesystem import lltype, llmemory

from ruffinterp.vm import native_main


def is_release_0_2_1():
    """Tells whether the toolchain is the released one (rlib/rutf8.py is newer).

    Returns a bool.
    """
    package = os.path.dirname(rpython.__file__)
    return not os.path.exists(os.path.join(package, "rlib", "rutf8.py"))


def patch_nonstandard_virtualizables():
    """7de86932792: what the heap cache says about frames of inlined calls.

    A constant object may be marked as not being the virtualizable, and an
    object allocated in the trace can never be the one it started with.
    """
    HeapCache = heapcache.HeapCache
    flags = heapcache.HF_NONSTD_VABLE | heapcache.HF_SEEN_ALLOCATION

    def is_nonstandard_virtualizable(self, box):
        return self._check_flag(box, flags)

    def nonstandard_virtualizables_now_known(self, box):
        if not isinstance(box, Const):
            self._set_flag(box, heapcache.HF_NONSTD_VABLE)

    HeapCache.is_nonstandard_virtualizable = is_nonstandard_virtualizable
    HeapCache.nonstandard_virtualizables_now_known = (
        nonstandard_virtualizables_now_known)


class ConstantUpdater(heapcache.FieldUpdater):
    """What the tracer does with a field of a constant object: nothing is
    remembered, but a write ends what is known about the same field of others.
    """

    def __init__(self, cache):
        self.cache = cache
        self.currfieldbox = None

    def getfield_now_known(self, fieldbox):
        pass

    def setfield(self, fieldbox):
        self.cache._clear_cache_on_write(False)


def patch_writes_to_constants():
    """Upstream's heap cache holds constants: a write to one is a write.

    The release forgot such a write, although another box may be the same
    object.
    """
    HeapCache = heapcache.HeapCache
    original = HeapCache.get_field_updater.im_func

    def get_field_updater(self, box, descr):
        if isinstance(box, Const):
            cache = self.heap_cache.get(descr, None)
            if cache is not None:
                return ConstantUpdater(cache)
        return original(self, box, descr)

    HeapCache.get_field_updater = get_field_updater


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


def patch_constants_of_jitcodes():
    """4609beb3a45: one object used twice took two constant slots of a JitCode.

    There are 256 slots, so a large dispatch loop could not be compiled.
    """
    original_emit = Assembler.emit_const

    def emit_const(self, const, kind, allow_short=False):
        if kind == "ref" and const.value:
            opaque = lltype.cast_opaque_ptr(llmemory.GCREF, const.value)
            target = getattr(opaque._obj, "container", opaque._obj)
            # The constant keeps its target alive, so the number stays unique.
            const = self.reference_constants.setdefault(
                id(target), Constant(opaque, llmemory.GCREF))
        return original_emit(self, const, kind, allow_short)

    original_setup = Assembler.setup

    def setup(self, name):
        self.reference_constants = {}
        original_setup(self, name)

    Assembler.emit_const = emit_const
    Assembler.setup = setup


def patch_stores_to_immutable_fields():
    """The optimizer delayed stores to immutable fields behind calls that read.

    The effects of a call list a field that it reads and also sets, in objects
    of its own, as written only, and a written field that is immutable was
    skipped. The call then found nothing in an object that the trace had made.
    """
    OptHeap = heap.OptHeap
    original = OptHeap.force_from_effectinfo.im_func

    def force_from_effectinfo(self, effectinfo):
        for descr, field in self.cached_fields.items():
            if (descr.is_always_pure() and
                    effectinfo.check_write_descr_field(descr)):
                field.force_lazy_set(self, descr)
        original(self, effectinfo)

    OptHeap.force_from_effectinfo = force_from_effectinfo


def patch_write_barrier_before_copy():
    """78bbeb93471 and its successors: array copies during a major collection.

    While objects are being marked, an array that was already visited must be
    visited again after a copy into it. The barrier of single stores sees to
    that, so the copy is made item by item then, as it is for arrays that were
    built at translation time.
    """
    original = incminimark.IncrementalMiniMarkGC.writebarrier_before_copy.im_func

    def writebarrier_before_copy(self, source_addr, dest_addr,
                                 source_start, dest_start, length):
        flags = self.header(dest_addr).tid
        if flags & incminimark.GCFLAG_TRACK_YOUNG_PTRS == 0:
            return True
        if self.gc_state == incminimark.STATE_MARKING:
            return False
        if flags & incminimark.GCFLAG_NO_HEAP_PTRS:
            return False
        return original(self, source_addr, dest_addr,
                        source_start, dest_start, length)

    incminimark.IncrementalMiniMarkGC.writebarrier_before_copy = (
        writebarrier_before_copy)


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


def end_out_of_memory(message):
    """Stands for the collector's own function, which aborts."""
    if message[0] == "m":  # "memory corruption": a fault, not a shortage
        debug.fatalerror(message)
    native_main.end_out_of_memory()


def patch_fatal_shortage_of_memory():
    """The collector ends a program that it cannot serve as decision 36 says.

    That holds for every toolchain: there the process would abort.
    """
    minimarkpage.out_of_memory = end_out_of_memory
    incminimark.out_of_memory = end_out_of_memory


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


class ItemCache(object):
    """What was read from arrays at indices that are no constants, in the trace being optimized.

    ``reads``: {array descr: {[array, index]: the item}}. A read that is found
    here comes after every store that could have changed the item.
    """

    def __init__(self):
        self.reads = {}

    def find(self, descr, key):
        """The box of the item, None if it is not known."""
        if descr not in self.reads:
            return None
        return self.reads[descr].get(key, None)

    def remember(self, descr, key, box):
        if descr not in self.reads:
            self.reads[descr] = args_dict()
        self.reads[descr][key] = box

    def forget(self, descr):
        """An array with this descr was written to."""
        if descr in self.reads:
            del self.reads[descr]

    def forget_written(self, effectinfo):
        """A call has written to arrays."""
        for descr in self.reads.keys():
            if effectinfo.check_write_descr_array(descr):
                del self.reads[descr]

    def forget_all(self):
        self.reads.clear()


def patch_repeated_reads_of_array_items():
    """Upstream caches items at variable indices since 2025.

    The release loads an item again at each read, and with it everything that
    was known about the item is lost: its class, its layout.
    """
    OptHeap = heap.OptHeap
    original_init = OptHeap.__init__.im_func
    original_read = OptHeap.optimize_GETARRAYITEM_GC_I.im_func
    original_after_read = OptHeap.postprocess_GETARRAYITEM_GC_I.im_func
    original_store = OptHeap.optimize_SETARRAYITEM_GC.im_func
    original_call = OptHeap.force_from_effectinfo.im_func
    original_flush = OptHeap.flush.im_func
    original_clean = OptHeap.clean_caches.im_func

    def init(self):
        original_init(self)
        self.items_read = ItemCache()

    def key_of(self, op):
        return [self.get_box_replacement(op.getarg(0)),
                self.get_box_replacement(op.getarg(1))]

    def read(self, op):
        if not self.getintbound(op.getarg(1)).is_constant():
            item = self.items_read.find(op.getdescr(), key_of(self, op))
            if item is not None:
                self.make_equal_to(op, item)
                return
        return original_read(self, op)

    def after_read(self, op):
        original_after_read(self, op)
        if not self.getintbound(op.getarg(1)).is_constant():
            self.items_read.remember(op.getdescr(), key_of(self, op), op)

    def store(self, op):
        self.items_read.forget(op.getdescr())
        return original_store(self, op)

    def force_from_effectinfo(self, effectinfo):
        original_call(self, effectinfo)
        self.items_read.forget_written(effectinfo)

    def flush(self):
        self.items_read.forget_all()
        original_flush(self)

    def clean_caches(self):
        self.items_read.forget_all()
        original_clean(self)

    OptHeap.__init__ = init
    OptHeap.force_from_effectinfo = force_from_effectinfo
    OptHeap.flush = flush
    OptHeap.clean_caches = clean_caches
    OptHeap.optimize_SETARRAYITEM_GC = store
    for kind in "IRF":
        setattr(OptHeap, "optimize_GETARRAYITEM_GC_" + kind, read)
        setattr(OptHeap, "postprocess_GETARRAYITEM_GC_" + kind, after_read)
    OptHeap.propagate_forward = make_dispatcher_method(
        OptHeap, "optimize_", default=OptHeap.emit)
    OptHeap.propagate_postprocess = make_dispatcher_method(
        OptHeap, "postprocess_")


PATCHES = [
    patch_nonstandard_virtualizables,
    patch_writes_to_constants,
    patch_knowledge_about_emitted_operations,
    patch_constants_of_jitcodes,
    patch_stores_to_immutable_fields,
    patch_write_barrier_before_copy,
    patch_conversions_of_float_bits,
    patch_repeated_reads_of_array_items,
]

PATCHES_OF_EVERY_TOOLCHAIN = [
    patch_fatal_shortage_of_memory,
    patch_reads_of_another_type,
    patch_names_invented_by_the_jump,
]

_applied = []


def apply_patches():
    """Applies every correction once; a newer toolchain needs but few."""
    if _applied:
        return
    patches = PATCHES_OF_EVERY_TOOLCHAIN
    if is_release_0_2_1():
        patches = patches + PATCHES
    for patch in patches:
        patch()
        _applied.append(patch)
