"""Rules about floats: comparisons of 64 bits, arithmetic also in a smaller format."""
from z3 import (
    And, BoolVal, FP, FPSort, FPVal, Float64, Not, Or, RNE, fpDiv, fpEQ, fpGEQ, fpGT, fpIsNaN,
    fpLEQ, fpLT, fpMul, fpNEQ, fpNeg)

from rule import Rule

DOUBLE = Float64()
SMALL = FPSort(5, 11)
SMALL_POWERS = range(-14, 16)
x = FP('x', DOUBLE)
y = FP('y', DOUBLE)
ALWAYS = BoolVal(True)
COMPARISONS = {'float_lt': fpLT, 'float_le': fpLEQ, 'float_gt': fpGT, 'float_ge': fpGEQ,
               'float_eq': fpEQ, 'float_ne': fpNEQ}
REFLEXES = [('float_eq', 'float_eq'), ('float_ne', 'float_ne'), ('float_lt', 'float_gt'),
            ('float_ge', 'float_le')]


def comparison_rules():
    yield Rule('float_eq is the inverse of float_ne', 'resoperation._opboolinverse', ALWAYS,
               fpEQ(x, y) == Not(fpNEQ(x, y)))
    for one, other in [('float_lt', 'float_ge'), ('float_gt', 'float_le')]:
        claim = COMPARISONS[one](x, y) == Not(COMPARISONS[other](x, y))
        name = '%s is the inverse of %s' % (one, other)
        yield Rule(name, 'resoperation._opboolinverse', ALWAYS, claim, holds=False)
        yield Rule(name + ' but for NaN', 'corrected', Not(Or(fpIsNaN(x), fpIsNaN(y))), claim)
    for one, other in REFLEXES:
        yield Rule('%s is %s of swapped operands' % (one, other), 'resoperation._opboolreflex',
                   ALWAYS, COMPARISONS[one](x, y) == COMPARISONS[other](y, x))


def arithmetic_rules():
    """``==`` of Z3 tells the zeros apart and has one NaN."""
    yield Rule('float_mul: 1.0', 'rewrite.optimize_FLOAT_MUL', ALWAYS,
               fpMul(RNE(), x, FPVal(1.0, DOUBLE)) == x)
    yield Rule('float_mul: -1.0', 'rewrite.optimize_FLOAT_MUL', ALWAYS,
               fpMul(RNE(), x, FPVal(-1.0, DOUBLE)) == fpNeg(x))
    yield Rule('float_mul: y * x', 'rewrite.postprocess_FLOAT_MUL', ALWAYS,
               fpMul(RNE(), FP('a', SMALL), FP('b', SMALL)) ==
               fpMul(RNE(), FP('b', SMALL), FP('a', SMALL)))
    yield Rule('float_neg: of float_neg', 'rewrite.postprocess_FLOAT_NEG', ALWAYS,
               fpNeg(fpNeg(x)) == x)


def division_rules():
    """x / 2 ** n is x * 2 ** -n where both powers are floats; in a format of 16 bits for all x."""
    a = FP('a', SMALL)
    for power in SMALL_POWERS:
        for sign in (1, -1):
            divisor = FPVal(sign * 2.0 ** power, SMALL)
            reciprocal = FPVal(sign * 2.0 ** -power, SMALL)
            yield Rule('float_truediv: %d * 2 ** %d' % (sign, power),
                       'rewrite.optimize_FLOAT_TRUEDIV', ALWAYS,
                       fpDiv(RNE(), a, divisor) == fpMul(RNE(), a, reciprocal))


def guard_rules():
    """guard_value(x, c) compares with ==; then x is taken for the constant c."""
    c = FP('c', DOUBLE)
    yield Rule('guard_value: a float that equals 0.0 is 0.0', 'rewrite.postprocess_GUARD_VALUE',
               fpEQ(x, c), x == c, holds=False)
    yield Rule('guard_value: a float that equals a constant but 0.0', 'corrected',
               And(fpEQ(x, c), Not(fpEQ(c, FPVal(0.0, DOUBLE)))), x == c)


def all_rules():
    return (list(comparison_rules()) + list(arithmetic_rules()) + list(division_rules()) +
            list(guard_rules()))
