"""``range`` (builtins-data.md section 10)."""

from rpython.rlib.rarithmetic import intmask, r_uint

from ruffinterp.builtins.arrays import position_argument
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.array import new_range
from ruffinterp.objects.errors import RuffError


def _bound(w_value):
    return position_argument(w_value, 'range() requires numeric arguments')


def range_length(start, stop, step):
    """The number of items of range(start, stop, step), step not 0.

    The distance between two machine ints fits an unsigned word.
    """
    if step > 0:
        if start >= stop:
            return 0
        distance = r_uint(stop) - r_uint(start)
        stride = r_uint(step)
    else:
        if start <= stop:
            return 0
        distance = r_uint(start) - r_uint(stop)
        stride = r_uint(0) - r_uint(step)
    if stride == r_uint(1):
        length = distance
    else:
        length = (distance - r_uint(1)) / stride + r_uint(1)
    if length > r_uint(9223372036854775807):
        raise RuffError('Integer out of range: %s' % str(length))
    return intmask(length)


@builtin('range', 'any', 'any?', 'any?', count='range() requires 1, 2, or 3 arguments')
def range_array(w_start, w_stop, w_step):
    "range([start], stop, [step]) -> array of the ints from start to before stop."
    if w_stop is None:
        start = 0
        stop = _bound(w_start)
    else:
        start = _bound(w_start)
        stop = _bound(w_stop)
    step = 1
    if w_step is not None:
        step = _bound(w_step)
        if step == 0:
            raise RuffError('range() step cannot be zero')
    return new_range(start, step, range_length(start, stop, step))
