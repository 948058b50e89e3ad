"""The call stack that an error collects."""

import pytest

from ruffinterp.objects.errors import KEPT_FRAMES, RuffError


def left(frames):
    error = RuffError('lost')
    for number in range(frames):
        error.leave_frame('code', number)
    return error


def numbers(entries):
    return [None if entry is None else entry.pc for entry in entries]


@pytest.mark.parametrize('frames', [0, 1, KEPT_FRAMES, 2 * KEPT_FRAMES, 3 * KEPT_FRAMES - 1])
def test_up_to_three_chains_nothing_is_forgotten_but_the_middle(frames):
    error = left(frames)
    kept = [number for number in numbers(error.entries()) if number is not None]
    assert len(kept) + error.frames_left_out() == error.depth == frames
    assert len(error.entries()) == error.entry_count()


def test_all_of_two_chains_are_there():
    assert numbers(left(2 * KEPT_FRAMES).entries()) == range(2 * KEPT_FRAMES - 1, -1, -1)


@pytest.mark.parametrize('frames', [3 * KEPT_FRAMES + 1, 100 * KEPT_FRAMES, 100 * KEPT_FRAMES + 7])
def test_both_ends_of_a_deep_stack_are_kept(frames):
    error = left(frames)
    found = numbers(error.entries())
    gap = found.index(None)
    assert found[:gap] == range(frames - 1, frames - 1 - gap, -1)
    assert gap >= KEPT_FRAMES
    assert found[gap + 1:] == range(KEPT_FRAMES - 1, -1, -1)
    assert error.frames_left_out() == frames - gap - KEPT_FRAMES


def test_another_error_goes_on_with_the_stack():
    error = left(3000).retold("wrapped")
    error.leave_frame('code', 3000)
    assert numbers(error.entries()) == numbers(left(3001).entries())
