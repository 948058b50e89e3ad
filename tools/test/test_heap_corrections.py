"""Corrections of what the optimizer knows about the heap (docs/toolchain.md)."""

import pytest
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import info
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

from tools import toolchain_patches
from tools.toolchain_patches.contradictions import check_index

toolchain_patches.apply_patches()


class Cell(object):
    def __init__(self, value):
        self.value = value


def test_a_write_ends_what_was_known_before_an_object_became_a_constant():
    @jit.dont_look_inside
    def increase(cell):
        cell.value += 1

    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count):
        total = 0
        cell = Cell(0)
        while count > 0:
            driver.jit_merge_point()
            before = cell.value
            jit.promote(cell)
            increase(cell)
            total += cell.value - before
            count -= 1
        return total

    assert LLJitMixin().meta_interp(run, [30]) == run(30)


@pytest.mark.parametrize('position', [7, 40000, 49999])
def test_an_item_behind_what_resume_data_can_hold(position):
    driver = jit.JitDriver(greens=['position'], reds='auto')

    def run(count, position):
        cells = [Cell(1)] * 50000
        cells[7] = Cell(3)
        total = 0
        while count > 0:
            driver.jit_merge_point(position=position)
            cell = cells[position]
            if count % 3 == 1:
                total += 2
            total += cell.value
            if count % 5 == 1:
                total += cell.value
            count -= 1
        return total

    assert LLJitMixin().meta_interp(run, [60, position]) == run(60, position)


def test_an_index_that_no_trace_has_ends_the_attempt():
    array = info.ArrayPtrInfo(object(), None, 3, False, is_virtual=True)
    array._items[1] = object()
    check_index(array, 1, True)
    check_index(array, 2, False)
    check_index(None, 1000, True)
    for index, is_read in [(-1, False), (3, False), (3, True), (2, True)]:
        with pytest.raises(InvalidLoop):
            check_index(array, index, is_read)
    with pytest.raises(InvalidLoop):
        check_index(None, -1, True)
