"""Rules of `rewrite` and `pure` about integers of 64 bits."""
from z3 import (
    And, BitVec, BitVecVal, BoolVal, Extract, If, LShR, Not, SignExt, UGE, UGT, ULE, ULT)

from bounds import (
    difference_fits, floor_division, floor_modulo, product_fits, shift_fits, sum_fits, valid_count)
from rule import Rule

WIDTH = 64
x = BitVec('x', WIDTH)
y = BitVec('y', WIDTH)
c = BitVec('c', WIDTH)
d = BitVec('d', WIDTH)
k = BitVec('k', WIDTH)
ALWAYS = BoolVal(True)
SMALLEST = BitVecVal(-2 ** (WIDTH - 1), WIDTH)
ONE = BitVecVal(1, WIDTH)

COMPARISONS = {
    'int_lt': lambda one, other: one < other, 'int_le': lambda one, other: one <= other,
    'int_gt': lambda one, other: one > other, 'int_ge': lambda one, other: one >= other,
    'int_eq': lambda one, other: one == other, 'int_ne': lambda one, other: one != other,
    'uint_lt': ULT, 'uint_le': ULE, 'uint_gt': UGT, 'uint_ge': UGE,
}
INVERSES = [('int_eq', 'int_ne'), ('int_lt', 'int_ge'), ('int_gt', 'int_le'),
            ('uint_lt', 'uint_ge'), ('uint_gt', 'uint_le')]
REFLEXES = [('int_eq', 'int_eq'), ('int_ne', 'int_ne'), ('int_lt', 'int_gt'),
            ('int_ge', 'int_le'), ('uint_lt', 'uint_gt'), ('uint_ge', 'uint_le')]


def comparison_rules():
    for one, other in INVERSES:
        yield Rule('%s is the inverse of %s' % (one, other), 'resoperation._opboolinverse', ALWAYS,
                   COMPARISONS[one](x, y) == Not(COMPARISONS[other](x, y)))
    for one, other in REFLEXES:
        yield Rule('%s is %s of swapped operands' % (one, other), 'resoperation._opboolreflex',
                   ALWAYS, COMPARISONS[one](x, y) == COMPARISONS[other](y, x))


def identities():
    """(name, replaced operation, precondition, replacement) of optimize_INT_xxx in rewrite."""
    ones = c & ~(c + 1)  # the ones at the lower end
    power = ONE << k
    return [
        ('int_and: 0', x & 0, ALWAYS, BitVecVal(0, WIDTH)),
        ('int_and: -1', x & -1, ALWAYS, x),
        ('int_and: mask covers the bounds', x & c, And(x >= 0, x <= ones), x),
        ('int_and: -1 as a mask is no mask', x & c, c == -1, x),
        ('int_or: 0', x | 0, ALWAYS, x),
        ('int_or: x, x', x | x, ALWAYS, x),
        ('int_xor: 0', x ^ 0, ALWAYS, x),
        ('int_xor: x, x', x ^ x, ALWAYS, BitVecVal(0, WIDTH)),
        ('int_sub: x - 0', x - 0, ALWAYS, x),
        ('int_sub: 0 - x', 0 - x, ALWAYS, -x),
        ('int_sub: x - x', x - x, ALWAYS, BitVecVal(0, WIDTH)),
        ('int_add: x + 0', x + 0, ALWAYS, x),
        ('int_add: (x + c) + d', (x + c) + d, ALWAYS, x + (c + d)),
        ('int_mul: 1', x * 1, ALWAYS, x),
        ('int_mul: 0', x * 0, ALWAYS, BitVecVal(0, WIDTH)),
        ('int_mul: a positive power of two', x * power, And(k >= 0, k < WIDTH - 1), x << k),
        ('int_lshift: 0', x << 0, ALWAYS, x),
        ('int_lshift: of 0', 0 << k, valid_count(k), BitVecVal(0, WIDTH)),
        ('int_rshift: 0', x >> 0, ALWAYS, x),
        ('int_rshift: of 0', BitVecVal(0, WIDTH) >> k, valid_count(k), BitVecVal(0, WIDTH)),
        ('int_force_ge_zero: x >= 0', If(x < 0, BitVecVal(0, WIDTH), x), x >= 0, x),
        ('int_is_true: of a bool', If(x != 0, ONE, BitVecVal(0, WIDTH)), And(x >= 0, x <= 1), x),
    ]


def identity_rules():
    for name, replaced, precondition, replacement in identities():
        yield Rule(name, 'rewrite', precondition, replaced == replacement)
    for size in (1, 2, 4):
        bits = size * 8
        extended = SignExt(WIDTH - bits, Extract(bits - 1, 0, x))
        half = 1 << (bits - 1)
        yield Rule('int_signext: %d bytes' % size, 'intbounds', And(x >= -half, x < half),
                   extended == x)
        yield Rule('int_signext: bounds of %d bytes' % size, 'intbounds', ALWAYS,
                   And(extended >= -half, extended < half))


def is_power_of_two(value):
    return value & (value - 1) == 0


def power_rules():
    """highest_bit() halves its argument until it is 0: that ends for positive ones only."""
    tested = And(is_power_of_two(c), c != 0)
    yield Rule('int_mul: what looks like a power of two is positive', 'rewrite.optimize_INT_MUL',
               tested, c > 0, holds=False)
    yield Rule('int_mul: what looks like a power of two is positive, corrected',
               'rewrite.optimize_INT_MUL', And(tested, c > 0), c > 0)
    for size in (1, 5, 31, 62):
        power = BitVecVal(1 << size, WIDTH)
        yield Rule('py_div: 2 ** %d' % size, 'rewrite', ALWAYS,
                   floor_division(x, power) == x >> size)
        yield Rule('py_mod: 2 ** %d' % size, 'rewrite', ALWAYS,
                   floor_modulo(x, power) == x & (power - 1))


def known_results():
    """(name, what was computed, what is then looked up, precondition) of pure_from_args."""
    return [
        ('int_sub: (x - y) + y', (x - y) + y, x, ALWAYS),
        ('int_sub: x - (x - y)', x - (x - y), y, ALWAYS),
        ('int_sub: x + -c', x + -c, x - c, c != SMALLEST),
        ('int_sub: (x - c) - -c', (x - c) - -c, x, c != SMALLEST),
        ('int_sub: (x - c) - x', (x - c) - x, -c, c != SMALLEST),
        ('int_add: y + x', y + x, x + y, ALWAYS),
        ('int_add: (x + y) - y', (x + y) - y, x, ALWAYS),
        ('int_add: x - -c', x - -c, x + c, c != SMALLEST),
        ('int_add: x - (x + c)', x - (x + c), -c, c != SMALLEST),
        ('int_add: (x + c) + -c', (x + c) + -c, x, c != SMALLEST),
        ('int_add_ovf: (x + y) - y', (x + y) - y, x, sum_fits(x, y)),
        ('int_sub_ovf: (x - y) + y', (x - y) + y, x, difference_fits(x, y)),
        ('int_sub_ovf: x - (x - y)', x - (x - y), y, difference_fits(x, y)),
        ('int_lshift: (x << k) >> k', (x << k) >> k, x, And(valid_count(k), shift_fits(x, k))),
        ('uint_rshift: x >> 0', LShR(x, 0), x, ALWAYS),
    ]


def known_result_rules():
    for name, asked, known, precondition in known_results():
        yield Rule(name, 'pure_from_args', precondition, asked == known)


def overflow_rules():
    """A result that is known makes the guard behind an int_xxx_ovf superfluous.

    The release looks into what int_xxx, which wraps around, has computed.
    """
    fits = {'add': sum_fits, 'sub': difference_fits, 'mul': product_fits}
    for name in ('add', 'sub'):
        yield Rule('int_%s_ovf: reuses int_%s' % (name, name), 'pure.getrecentops', ALWAYS,
                   fits[name](x, y), holds=False)
    yield Rule('int_sub_ovf: (x + y) - y where x + y wraps', 'rewrite.postprocess_INT_ADD', ALWAYS,
               difference_fits(x + y, y), holds=False)
    yield Rule('int_sub_ovf: (x + y) - y where x + y fits', 'intbounds', sum_fits(x, y),
               difference_fits(x + y, y))
    yield Rule('int_add_ovf: (x - y) + y where x - y fits', 'intbounds', difference_fits(x, y),
               sum_fits(x - y, y))
    yield Rule('int_sub_ovf: x - (x - y) where x - y fits', 'intbounds', difference_fits(x, y),
               difference_fits(x, x - y))
    yield Rule('int_sub_ovf: (x + y) - x where x + y fits', 'intbounds', sum_fits(x, y),
               difference_fits(x + y, x))


def all_rules():
    return (list(comparison_rules()) + list(identity_rules()) + list(power_rules()) +
            list(known_result_rules()) + list(overflow_rules()))
