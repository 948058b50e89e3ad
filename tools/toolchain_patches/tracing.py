"""Corrections of the tracer: what it remembers of the heap, and how it numbers constants."""
from rpython.flowspace.model import Constant
from rpython.jit.codewriter.assembler import Assembler
from rpython.jit.metainterp import heapcache, opencoder
from rpython.jit.metainterp.history import Const
from rpython.rtyper.lltypesystem import lltype, llmemory


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


def patch_inputs_longer_than_a_new_trace():
    """No upstream fix: an encoded trace begins behind the numbers of its inputs, and the list that
    holds it is doubled once when it is full, which is not enough for a function with more variables.
    """
    original = opencoder.Trace.__init__.im_func

    def __init__(self, inputs, static_data):
        original(self, inputs, static_data)
        # The position of the first operation.
        if self._pos >= len(self._ops):
            self._ops = self._ops + [self._ops[0]] * self._pos

    opencoder.Trace.__init__ = __init__
