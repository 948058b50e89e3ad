"""Rules of `intbounds`: what an operation tells about its result, and a result about operands.

Masks and comparisons are proved for 64 bits; the other operations, which a solver
cannot do in that size, for all values of fewer bits.
"""
from z3 import And, BitVec, BoolVal, Implies

from bounds import (
    add_bound, difference_fits, exactly, floor_division, floor_modulo, lshift_bound, mul_bound,
    negated, new_bound, next_power_minus_one, product_fits, py_div_bound, quotient_fits,
    rshift_bound, shift_fits, sub_bound, sum_fits, valid_count)
from rule import Rule

LARGE = 64
MEDIUM = 12
SMALL = 5


class Values:
    """Two operands and a result with their bounds."""

    def __init__(self, width):
        self.x, self.y, self.r = [BitVec(name, width) for name in 'xyr']
        self.bx, self.by, self.br = [new_bound(name, width) for name in ('bx', 'by', 'br')]
        self.inside = And(self.bx.contains(self.x), self.by.contains(self.y))


def forward_rules():
    """An operation on operands within bounds gives a result within the bounds."""
    v = Values(MEDIUM)
    for name, result, bound, fits in [
            ('int_add', v.x + v.y, add_bound(v.bx, v.by), sum_fits(v.x, v.y)),
            ('int_sub', v.x - v.y, sub_bound(v.bx, v.by), difference_fits(v.x, v.y))]:
        yield Rule(name + ': bounds', 'intbounds.postprocess', And(v.inside, bound.bounded()),
                   bound.contains(result))
        yield Rule(name + '_ovf: bounds of half a side', 'intbounds.postprocess',
                   And(v.inside, fits), bound.contains(result))
        yield Rule(name + '_ovf: bounded means that nothing overflows', 'intbounds.optimize',
                   And(v.inside, bound.bounded()), fits)
    yield from mask_rules(Values(LARGE))
    s = Values(SMALL)
    for name, result, bound, precondition in [
            ('int_mul', s.x * s.y, mul_bound(s.bx, s.by), BoolVal(True)),
            ('py_div', floor_division(s.x, s.y), py_div_bound(s.bx, s.by),
             quotient_fits(s.x, s.y)),
            ('int_lshift', s.x << s.y, lshift_bound(s.bx, s.by), valid_count(s.y)),
            ('int_rshift', s.x >> s.y, rshift_bound(s.bx, s.by), valid_count(s.y))]:
        yield Rule(name + ': bounds', 'intbounds.postprocess', And(s.inside, precondition),
                   bound.contains(result))
    yield Rule('int_mul_ovf: bounded means that nothing overflows', 'intbounds.optimize',
               And(s.inside, mul_bound(s.bx, s.by).bounded()), product_fits(s.x, s.y))
    yield Rule('int_lshift: bounded means that no bit is lost', 'intbounds.postprocess',
               And(s.inside, valid_count(s.y), lshift_bound(s.bx, s.by).bounded()),
               shift_fits(s.x, s.y))
    modulo = floor_modulo(s.x, s.y)
    fits = quotient_fits(s.x, s.y)
    yield Rule('py_mod: a positive divisor', 'intbounds.post_call_INT_PY_MOD',
               And(s.y > 0, fits), And(modulo >= 0, modulo < s.y))
    yield Rule('py_mod: a negative divisor', 'intbounds.post_call_INT_PY_MOD',
               And(s.y < 0, fits), And(modulo > s.y, modulo <= 0))


def mask_rules(v):
    nonnegative = v.bx.known_nonnegative(), v.by.known_nonnegative()
    masked = v.x & v.y
    for name, known, bound in [('first', nonnegative[0], v.bx), ('second', nonnegative[1], v.by)]:
        yield Rule('int_and: %s operand is not negative' % name, 'intbounds.postprocess_INT_AND',
                   And(v.inside, known),
                   And(masked >= 0, Implies(bound.has_upper, masked <= bound.upper)))
    limit = next_power_minus_one(v.bx.upper | v.by.upper)
    for name, result in [('int_or', v.x | v.y), ('int_xor', v.x ^ v.y)]:
        yield Rule(name + ': operands are not negative', 'intbounds.postprocess_INT_OR_or_XOR',
                   And(v.inside, *nonnegative),
                   And(result >= 0, Implies(And(v.bx.has_upper, v.by.has_upper), result <= limit)))


def backward(name, result, precondition, bounds_of_operands, v, fits, cannot_wrap):
    """The rule of the release, which forgets that results wrap around, and the corrected one.

    ``fits``: the operation itself did not overflow, which is so behind a guard;
    ``cannot_wrap``: the bounds of the operands say so.
    """
    inside = And(v.inside, v.br.contains(result), precondition)
    claim = And(*[bound.contains(operand) for operand, bound in bounds_of_operands])
    source = 'intbounds.propagate_bounds_' + name.upper()
    yield Rule(name + ': back to the operands', source, inside, claim, holds=False)
    yield Rule(name + ': back to the operands where nothing wraps', source,
               And(inside, cannot_wrap), claim)
    yield Rule(name + '_ovf: back to the operands behind a guard', source, And(inside, fits), claim)


def backward_rules():
    v = Values(MEDIUM)
    always = BoolVal(True)
    yield from backward('int_add', v.x + v.y, always,
                        [(v.x, sub_bound(v.br, v.by)), (v.y, sub_bound(v.br, v.bx))], v,
                        sum_fits(v.x, v.y), add_bound(v.bx, v.by).bounded())
    yield from backward('int_sub', v.x - v.y, always, [(v.x, add_bound(v.br, v.by))], v,
                        difference_fits(v.x, v.y), sub_bound(v.bx, v.by).bounded())
    s = Values(SMALL)
    yield Rule('int_sub: back to the second operand', 'intbounds.propagate_bounds_INT_SUB',
               And(s.inside, s.br.contains(s.x - s.y)),
               negated(sub_bound(s.br, s.bx)).contains(s.y))
    yield from backward('int_mul', s.x * s.y, always,
                        [(s.x, py_div_bound(s.br, s.by)), (s.y, py_div_bound(s.br, s.bx))], s,
                        product_fits(s.x, s.y), mul_bound(s.bx, s.by).bounded())
    yield from backward('int_lshift', s.x << s.y, valid_count(s.y),
                        [(s.x, rshift_bound(s.br, s.by))], s,
                        shift_fits(s.x, s.y), lshift_bound(s.bx, s.by).bounded())


def comparison_rules():
    """What a comparison of known result tells: make_int_lt and its kin, and the known results."""
    v = Values(LARGE)
    one = exactly(v.x ^ v.x ^ 1)
    yield Rule('int_lt: true', 'intbounds.make_int_lt', And(v.inside, v.x < v.y),
               And(Implies(sub_bound(v.by, one).has_upper, v.x <= v.by.upper - 1),
                   Implies(add_bound(v.bx, one).has_lower, v.y >= v.bx.lower + 1)))
    yield Rule('int_le: true', 'intbounds.make_int_le', And(v.inside, v.x <= v.y),
               And(Implies(v.by.has_upper, v.x <= v.by.upper),
                   Implies(v.bx.has_lower, v.y >= v.bx.lower)))
    below = And(v.bx.has_upper, v.by.has_lower, v.bx.upper < v.by.lower)
    yield Rule('known_lt', 'intutils', And(v.inside, below), v.x < v.y)
    yield Rule('known_lt: means int_ne', 'intutils', And(v.inside, below), v.x != v.y)
    at_most = And(v.bx.has_upper, v.by.has_lower, v.bx.upper <= v.by.lower)
    yield Rule('known_le', 'intutils', And(v.inside, at_most), v.x <= v.y)
    yield Rule('int_is_true: not negative', 'intbounds.propagate_bounds_INT_IS_TRUE',
               And(v.inside, v.bx.known_nonnegative(), v.x != 0), v.x > 0)
    yield Rule('int_rshift: the constant result', 'intbounds.optimize_INT_RSHIFT', *constant_shift())


def constant_shift():
    s = Values(SMALL)
    bound = rshift_bound(s.bx, s.by)
    return And(s.inside, valid_count(s.y), bound.bounded(), bound.lower == bound.upper), \
        s.x >> s.y == bound.lower


def all_rules():
    return list(forward_rules()) + list(backward_rules()) + list(comparison_rules())
