"""The optimizer's bounds of integers (intutils.IntBound) over symbolic values.

Each function states what the one of the same name computes, with conditions
in place of control flow.
"""
from z3 import (
    And, BVAddNoOverflow, BVAddNoUnderflow, BVMulNoOverflow, BVMulNoUnderflow, BVSubNoOverflow,
    BVSubNoUnderflow, BitVec, BitVecVal, Bool, BoolVal, Extract, If, Implies, Not, SignExt, ULT)


class Bound:
    """Four symbolic fields: has_lower, lower, has_upper, upper."""

    def __init__(self, has_lower, lower, has_upper, upper):
        self.has_lower = has_lower
        self.lower = lower
        self.has_upper = has_upper
        self.upper = upper

    def contains(self, value):
        return And(Implies(self.has_lower, self.lower <= value),
                   Implies(self.has_upper, value <= self.upper))

    def bounded(self):
        return And(self.has_lower, self.has_upper)

    def known_nonnegative(self):
        return And(self.has_lower, self.lower >= 0)


def new_bound(name, width):
    return Bound(Bool(name + '_has_lower'), BitVec(name + '_lower', width),
                 Bool(name + '_has_upper'), BitVec(name + '_upper', width))


def exactly(value):
    return Bound(BoolVal(True), value, BoolVal(True), value)


def sum_fits(first, second):
    return And(BVAddNoOverflow(first, second, True), BVAddNoUnderflow(first, second))


def difference_fits(first, second):
    return And(BVSubNoOverflow(first, second), BVSubNoUnderflow(first, second, True))


def product_fits(first, second):
    return And(BVMulNoOverflow(first, second, True), BVMulNoUnderflow(first, second))


def add_bound(first, second):
    return Bound(
        And(first.has_lower, second.has_lower, sum_fits(first.lower, second.lower)),
        first.lower + second.lower,
        And(first.has_upper, second.has_upper, sum_fits(first.upper, second.upper)),
        first.upper + second.upper)


def sub_bound(first, second):
    return Bound(
        And(first.has_lower, second.has_upper, difference_fits(first.lower, second.upper)),
        first.lower - second.upper,
        And(first.has_upper, second.has_lower, difference_fits(first.upper, second.lower)),
        first.upper - second.lower)


def smallest_and_largest(values):
    smallest = largest = values[0]
    for value in values[1:]:
        smallest = If(value < smallest, value, smallest)
        largest = If(value > largest, value, largest)
    return smallest, largest


def corners(first, second, known, operation):
    """The bound that an operation on all four ends gives where ``known`` holds."""
    values = [operation(one, other) for one in (first.upper, first.lower)
              for other in (second.upper, second.lower)]
    smallest, largest = smallest_and_largest(values)
    known = And(first.bounded(), second.bounded(), known)
    return Bound(known, smallest, known, largest)


def all_ends(first, second, condition):
    return And(*[condition(one, other) for one in (first.upper, first.lower)
                 for other in (second.upper, second.lower)])


def mul_bound(first, second):
    return corners(first, second, all_ends(first, second, product_fits),
                   lambda one, other: one * other)


def negated(bound):
    return mul_bound(bound, exactly(BitVecVal(-1, bound.lower.size())))


def floor_division(dividend, divisor):
    """Python's //: towards minus infinity."""
    quotient = dividend / divisor
    inexact = quotient * divisor != dividend
    return If(And(inexact, (dividend < 0) != (divisor < 0)), quotient - 1, quotient)


def floor_modulo(dividend, divisor):
    return dividend - floor_division(dividend, divisor) * divisor


def quotient_fits(dividend, divisor):
    smallest = BitVecVal(-2 ** (dividend.size() - 1), dividend.size())
    return And(divisor != 0, Not(And(dividend == smallest, divisor == -1)))


def py_div_bound(first, second):
    zero = BitVecVal(0, first.lower.size())
    known = And(Not(second.contains(zero)), all_ends(first, second, quotient_fits))
    return corners(first, second, known, floor_division)


def count_is_valid(bound):
    return And(bound.lower >= 0, bound.upper < bound.lower.size())


def shift_fits(value, count):
    """Whether value << count, as an integer of any size, fits."""
    width = value.size()
    wide = SignExt(width, value) << SignExt(width, count)
    return wide == SignExt(width, Extract(width - 1, 0, wide))


def lshift_bound(first, second):
    known = And(count_is_valid(second), all_ends(first, second, shift_fits))
    return corners(first, second, known, lambda one, other: one << other)


def rshift_bound(first, second):
    return corners(first, second, count_is_valid(second), lambda one, other: one >> other)


def valid_count(value):
    return ULT(value, value.size())


def next_power_minus_one(value):
    """intbounds.next_pow2_m1."""
    shift = 1
    while shift < value.size():
        value = value | (value >> shift)
        shift *= 2
    return value
