"""The corrections of the toolchain are in place; each test names the fault (docs/toolchain.md)."""

import os
import sys

import pytest
from rpython.config import translationoption
from rpython.jit.backend.llgraph.runner import LLGraphCPU
from rpython.jit.codewriter.assembler import Assembler
from rpython.jit.metainterp import heapcache, opencoder
from rpython.jit.metainterp.history import ConstInt, ConstPtr, IntFrontendOp, RefFrontendOp
from rpython.jit.metainterp.optimizeopt import intbounds, optimizer, rewrite
from rpython.jit.metainterp.resoperation import rop
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats, ll_meta_interp
from rpython.memory.gc import incminimark
from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.longlong2float import float2longlong, longlong2float
from rpython.rlib.rarithmetic import intmask, ovfcheck
from rpython.rlib.rerased import new_erasing_pair
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.rtyper.test.test_llinterp import gengraph

import ruffinterp
from tools import toolchain_patches
from tools.translate import choose_large_traces

toolchain_patches.apply_patches()

release_only = pytest.mark.skipif(
    not toolchain_patches.is_release_0_2_1(), reason='a current toolchain has the fixes')


@release_only
def test_101c855d3f0_traces_use_the_large_model():
    choose_large_traces()
    options = translationoption.translation_optiondescription._children
    models = [option.default for option in options if option._name == 'jit_opencoder_model']
    assert models == ['big']


@release_only
def test_7de86932792_an_object_of_the_trace_is_no_standard_virtualizable():
    cache = heapcache.HeapCache()
    allocated = RefFrontendOp(0)
    cache.new(allocated)
    assert cache.is_nonstandard_virtualizable(allocated)
    other = RefFrontendOp(0)
    assert not cache.is_nonstandard_virtualizable(other)
    cache.nonstandard_virtualizables_now_known(other)
    assert cache.is_nonstandard_virtualizable(other)


@release_only
def test_a_write_to_a_constant_ends_what_is_known():
    cache = heapcache.HeapCache()
    field, value = object(), ConstInt(1)
    box = RefFrontendOp(0)
    cache.getfield_now_known(box, field, value)
    assert cache.getfield(box, field) is value
    constant = ConstPtr(lltype.nullptr(llmemory.GCREF.TO))
    cache.setfield(constant, ConstInt(2), field)
    assert cache.getfield(box, field) is None


@release_only
def test_8ec8ca00567_bounds_go_back_through_operations_of_this_trace_only():
    seen = []

    class Optimizer(object):
        integer_operations_emitted = {}

    class Bounds(object):
        has_lower = has_upper = False

    class Pass(object):
        optimizer = Optimizer()

        def getintbound(self, box):
            return Bounds()

        def make_constant_int(self, box, value):
            seen.append(value)

    # Looking into the operation would fail: this one has no arguments to look at.
    propagate = intbounds.OptIntBounds.propagate_bounds_backward.im_func
    propagate(Pass(), object())
    assert seen == []
    assert hasattr(optimizer.Optimizer, '_emit_operation')


@release_only
def test_78bbeb93471_no_bulk_copy_into_a_visited_array_while_marking():
    class Header(object):
        tid = incminimark.GCFLAG_TRACK_YOUNG_PTRS

    class Collector(object):
        gc_state = incminimark.STATE_MARKING

        def header(self, address):
            return Header()

    barrier = incminimark.IncrementalMiniMarkGC.writebarrier_before_copy.im_func
    assert barrier(Collector(), None, None, 0, 0, 10) is False


@release_only
def test_4609beb3a45_one_object_takes_one_constant_slot():
    assembler = Assembler()
    assembler.setup('name')
    assert assembler.reference_constants == {}


@pytest.mark.parametrize('count', [1, 20000, 100000])
def test_a_trace_has_room_behind_its_inputs(count):
    class StaticData(object):
        all_descrs = []
        opencoder_model = getattr(opencoder, 'BigModel', None)

    inputs = [IntFrontendOp(0) for _ in range(count)]
    trace = opencoder.Trace(inputs, StaticData())
    trace.record_op(rop.INT_ADD, [inputs[-1], ConstInt(7)])
    read, operations = trace.unpack()
    assert operations[0].getopnum() == rop.INT_ADD
    assert operations[0].getarg(0) is read[-1]
    assert operations[0].getarg(1).getint() == 7


def test_a_call_finds_the_immutable_fields_of_a_new_object():
    class Text(object):
        _immutable_fields_ = ['flat']

        def __init__(self, flat):
            self.flat = flat

    @jit.dont_look_inside
    def doubled(text):
        return Text(text.flat + text.flat)

    driver = jit.JitDriver(greens=[], reds=['n', 'total'])

    def run(n):
        total = 0
        while n > 0:
            driver.jit_merge_point(n=n, total=total)
            total += doubled(Text(n)).flat
            n -= 1
        return total

    assert LLJitMixin().meta_interp(run, [20]) == run(20)


@release_only
def test_a_float_that_is_stored_as_bits_and_read_back_is_not_converted():
    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count):
        total = 0.0
        while count > 0:
            driver.jit_merge_point()
            total += longlong2float(float2longlong(total + 1.5))
            count -= 1
        return int(total)

    assert ll_meta_interp(run, [8], CPUClass=LLGraphCPU, backendopt=True) == run(8)
    for loop in get_stats().get_all_loops():
        names = [operation.getopname() for operation in loop.operations]
        assert 'float_add' in names
        assert 'convert_longlong_bytes_to_float' not in names


def sum_of_items(count, change):
    """Reads an item twice in each round; ``change`` (0 to 3) says what happens in between."""
    driver = jit.JitDriver(greens=['change'], reds='auto')

    @jit.dont_look_inside
    def write(items, index):
        items[index] += 5

    def run(count, change):
        items = [count, 2, 3, 4]
        other = items if count > 3 else [0] * 4
        total = 0
        while count > 0:
            driver.jit_merge_point(change=change)
            index = count & 3
            total += items[index]
            if change == 1:
                other[(count + 4) & 3] += 1
            elif change == 2:
                write(other, index)
            elif change == 3:
                other[1] += 7
            total += items[index]
            count -= 1
        return total

    result = ll_meta_interp(run, [count, change], CPUClass=LLGraphCPU, backendopt=True)
    assert result == run(count, change)
    [loop] = [loop for loop in get_stats().get_all_loops() if loop.operations[-1].getopname() == 'jump']
    names = [operation.getopname() for operation in loop.operations]
    labels = [position for position, name in enumerate(names) if name == 'label']
    return names[labels[-1]:].count('getarrayitem_gc_i')


@release_only
def test_an_item_is_read_again_only_behind_a_write():
    assert sum_of_items(20, 0) == 1
    assert sum_of_items(20, 1) == 3
    assert sum_of_items(20, 2) == 2
    # The constant index keeps its value from round to round.
    assert sum_of_items(20, 3) == 2


def test_a_loop_whose_second_iteration_contradicts_the_first_is_left_out():
    erase_list, unerase_list = new_erasing_pair('list')
    erase_box, unerase_box = new_erasing_pair('box')

    class Box(object):
        def __init__(self, value):
            self.value = value

    class Holder(object):
        def __init__(self, is_list, storage):
            self.is_list = is_list
            self.storage = storage

    @jit.dont_look_inside
    def make_box(holder, value):
        holder.is_list = False
        holder.storage = erase_box(Box(value))

    @jit.dont_look_inside
    def is_due(count, last):
        return count <= last

    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count, last):
        holder = Holder(True, erase_list(make_sure_not_resized([count, 2])))
        total = 0
        while count > 0:
            driver.jit_merge_point()
            if holder.is_list:
                total += unerase_list(holder.storage)[1]
            else:
                total += unerase_box(holder.storage).value
            if is_due(count, last):
                make_box(holder, count)
                total += unerase_box(holder.storage).value
            count -= 1
        return total

    for last in range(12):
        assert LLJitMixin().meta_interp(run, [12, last]) == run(12, last)


def test_a_value_that_only_the_jump_needs_is_computed_before_the_loop():
    class Source(object):
        pass

    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count):
        source = Source()
        source.given = Source()
        kept = [None, None]
        while True:
            driver.jit_merge_point()
            if count == 0:
                return int(kept[1] is source.given)
            count -= 1
            kept[1] = source.given

    # The simulation checks that a loop uses only what it has computed.
    assert LLJitMixin().meta_interp(run, [12]) == 1


LARGEST = sys.maxint
SMALLEST = -sys.maxint - 1
NAN = float('nan')


def check_each_value(function, first, second):
    """A loop that is compiled for one value computes the same as Python for another one."""
    driver = jit.JitDriver(greens=[], reds='auto')

    def run(first, second):
        values = [second, first]
        count = 31
        total = 0
        while count >= 0:
            driver.jit_merge_point()
            total = intmask(total * 3 + function(values[(count >> 4) & 1]))
            count -= 1
        return total

    assert LLJitMixin().meta_interp(run, [first, second]) == run(first, second)


def saturated_sum(number):
    total = intmask(number + 1000)
    if total < 0:
        if number > 0:
            return LARGEST
    return total


def saturated_difference(number):
    total = intmask(number - 1000)
    if total > 0:
        if number < 0:
            return SMALLEST
    return total


def sign_of_product(number):
    product = intmask(number * 3)
    if 0 < product < 100:
        if number > 100 or number < 0:
            return 1
    return 2


def sign_of_shifted(number):
    shifted = intmask(number << 2)
    if 0 <= shifted < 100:
        if number > 100 or number < 0:
            return 1
    return 2


def checked_difference_of_wrapped_sum(number):
    total = intmask(number + 1)
    try:
        return ovfcheck(total - 1)
    except OverflowError:
        return 77


def test_a_checked_operation_takes_no_result_of_an_unchecked_one():
    check_each_value(checked_difference_of_wrapped_sum, 5, LARGEST)


@pytest.mark.parametrize('function, first, second', [
    (saturated_sum, -5000, LARGEST - 7),
    (saturated_difference, 5000, SMALLEST + 7),
    (sign_of_product, 5, 0x5555555555555557),
    (sign_of_product, 5, -0x5555555555555553),
    (sign_of_shifted, 5, 0x4000000000000005),
    (sign_of_shifted, 5, SMALLEST + 5),
])
def test_bounds_do_not_go_back_through_arithmetic_that_wraps(function, first, second):
    check_each_value(function, first, second)


@release_only
def test_a_product_with_the_smallest_int_stays_a_product():
    class Bounds(object):
        def is_constant(self):
            return True

        def getint(self):
            return SMALLEST

    class Product(object):
        def getarg(self, index):
            return index

    class Pass(object):
        def getintbound(self, box):
            return Bounds()

        def emit(self, op):
            return op

    product = Product()
    assert rewrite.OptRewrite.optimize_INT_MUL.im_func(Pass(), product) is product


def test_a_comparison_with_nan_proves_nothing():
    driver = jit.JitDriver(greens=[], reds='auto')

    def place(number, limit):
        if number < limit:
            return 1
        if number >= limit:
            return 2
        if number > limit:
            return 3
        if number <= limit:
            return 4
        return 5

    def run(first, second):
        values = [first, second, NAN]
        count = 47
        total = 0
        while count >= 0:
            driver.jit_merge_point()
            total = intmask(total * 7 + place(values[2 - (count >> 4)], 3.0))
            count -= 1
        return total

    assert LLJitMixin().meta_interp(run, [1.0, 5.0]) == run(1.0, 5.0)
    assert LLJitMixin().meta_interp(run, [5.0, 1.0]) == run(5.0, 1.0)


def test_three_objects_that_change_places():
    """Forcing what the jump passes asks for further values of the first round."""
    def times(left, right):
        try:
            return ovfcheck(left * right)
        except OverflowError:
            return 0

    class Rational(object):
        _immutable_fields_ = ['top', 'bottom']

        def __init__(self, top, bottom):
            self.top = top
            self.bottom = bottom

        def product(self, other):
            return Rational(times(self.top, other.top), times(self.bottom, other.bottom))

        def quotient(self, other):
            return Rational(times(self.top, other.bottom), times(self.bottom, other.top))

    class Pair(object):
        _immutable_fields_ = ['left', 'right']

        def __init__(self, left, right):
            self.left = left
            self.right = right

    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count):
        first = Pair(Rational(1, 1), Rational(1, 1))
        second = Pair(Rational(1, 2), Rational(1, 1))
        third = Pair(Rational(1, 1), Rational(1, 3))
        total = 0
        while count > 0:
            driver.jit_merge_point()
            value = second.right.product(third.right).quotient(first.left)
            total += value.top + value.bottom
            first, second, third = second, third, first
            count -= 1
        return total

    assert LLJitMixin().meta_interp(run, [30]) == run(30)


def test_all_corrections_are_applied_once():
    applied = list(toolchain_patches._applied)
    toolchain_patches.apply_patches()
    assert toolchain_patches._applied == applied
    expected = toolchain_patches.PATCHES_OF_EVERY_TOOLCHAIN
    if toolchain_patches.is_release_0_2_1():
        expected = expected + toolchain_patches.PATCHES
    assert applied == expected


def test_no_function_is_loop_invariant():
    """The optimizer of the release stops at the result of one under another name."""
    package = os.path.dirname(os.path.abspath(ruffinterp.__file__))
    found = []
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith('.py'):
                with open(os.path.join(folder, name)) as source:
                    if 'loop_invariant' in source.read():
                        found.append(name)
    assert found == []


def called_in(graphs):
    """The names of all functions that are called in flow graphs."""
    names = set()
    for graph in graphs:
        for block in graph.iterblocks():
            for operation in block.operations:
                if operation.opname == 'direct_call':
                    names.add(operation.args[0].value._obj._name)
    return names


def test_every_append_asks_for_room():
    def squares(count):
        found = []
        for i in range(count):
            found.append(i * i)
        return len(found)
    typed, _, _ = gengraph(squares, [int], list_comprehension_operations=True)
    names = called_in(typed.graphs)
    assert [name for name in names if name.startswith('ll_append')] != []
    assert [name for name in names if 'noresize' in name] == []
