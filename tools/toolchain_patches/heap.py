"""Corrections of what the optimizer knows about the heap."""
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import heap, info
from rpython.jit.metainterp.optimizeopt.util import args_dict, make_dispatcher_method


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


def patch_fields_copied_into_constants():
    """What is known of an object that becomes a constant is known to the caches of fields, too.

    The optimizer gave the constant the list of known fields, and no later write
    to such a field of another object, or by a call, ended what was known.
    """
    def copy_struct(self, constinfo, optheap):
        if self._fields is None or optheap is None:
            return
        assert isinstance(constinfo, info.ConstPtrInfo)
        known = constinfo._get_info(self.descr, optheap)
        if not isinstance(known, info.AbstractStructPtrInfo):
            raise InvalidLoop("a constant is used as two types")
        fields = self._fields
        for descr in self.descr.get_all_fielddescrs():
            index = descr.get_index()
            if index < len(fields):
                value = fields[index]
                if value is not None and known.getfield(descr, optheap) is None:
                    constinfo.setfield(descr, constinfo._const, value,
                                       optheap, optheap.field_cache(descr))

    def copy_array(self, constinfo, optheap):
        if self._items is None or optheap is None:
            return
        assert isinstance(constinfo, info.ConstPtrInfo)
        known = constinfo._get_array_info(self.descr, optheap)
        if not isinstance(known, info.ArrayPtrInfo):
            raise InvalidLoop("a constant is used as two types")
        items = self._items
        for index in range(len(items)):
            item = items[index]
            if item is not None and known.getitem(self.descr, index, optheap) is None:
                constinfo.setitem(self.descr, index, constinfo._const, item,
                                  optheap, optheap.arrayitem_cache(self.descr, index))

    info.AbstractStructPtrInfo.copy_fields_to_const = copy_struct
    info.ArrayPtrInfo.copy_fields_to_const = copy_array


def patch_unset_fields_of_constants():
    """8c6a4821e4d: a field of which nothing is known does not go into a short preamble."""
    AbstractStructPtrInfo = info.AbstractStructPtrInfo
    original = AbstractStructPtrInfo.produce_short_preamble_ops.im_func

    def produce_short_preamble_ops(self, structbox, fielddescr, index, optimizer, shortboxes):
        position = fielddescr.get_index()
        if (self._fields is not None and position < len(self._fields) and
                self._fields[position] is None):
            return
        original(self, structbox, fielddescr, index, optimizer, shortboxes)

    AbstractStructPtrInfo.produce_short_preamble_ops = produce_short_preamble_ops


# Numbers in resume data have 16 bits.
LARGEST_INDEX_IN_RESUME_DATA = 0x7fff


def patch_large_indices_in_resume_data():
    """e301d9c2381: items behind the index that resume data can hold are not handed to bridges."""
    OptHeap = heap.OptHeap
    original = OptHeap.serialize_optheap.im_func

    def serialize_optheap(self, available_boxes):
        fields, items = original(self, available_boxes)
        small = []
        for item in items:
            if item[1] <= LARGEST_INDEX_IN_RESUME_DATA:
                small.append(item)
        return fields, small

    OptHeap.serialize_optheap = serialize_optheap
