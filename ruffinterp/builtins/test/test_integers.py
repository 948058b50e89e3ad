"""Decision 59: gcd, lcm, divmod, pow_mod, isqrt."""

import pytest

from ruffinterp.builtins.test.table_calls import failure, result

HUGE = 10 ** 40


def common_divisor(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


NUMBERS = [0, 1, -1, 2, 6, -6, 35, 2 ** 31, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 2 ** 64 + 12,
           HUGE, -HUGE, 6 * HUGE + 4, 3 ** 200]


@pytest.mark.parametrize('a', NUMBERS)
def test_divisors(a):
    for b in NUMBERS:
        divisor = common_divisor(a, b)
        assert result('gcd', a, b) == 'int %d' % divisor
        multiple = abs(a * b) // divisor if divisor else 0
        assert result('lcm', a, b) == 'int %d' % multiple


@pytest.mark.parametrize('a', NUMBERS)
def test_divmod(a):
    for b in NUMBERS:
        if b == 0:
            assert failure('divmod', a, b) == 'Division by zero'
            continue
        quotient = abs(a) // abs(b)
        if (a < 0) != (b < 0):
            quotient = -quotient
        assert result('divmod', a, b) == 'array [%d, %d]' % (quotient, a - quotient * b)


@pytest.mark.parametrize('base', [0, 1, 2, -3, 10 ** 9 + 6, 2 ** 63 - 1, -2 ** 63, HUGE, -HUGE])
def test_pow_mod(base):
    for exponent in [0, 1, 2, 5, 1000, 2 ** 62, 2 ** 63, HUGE]:
        for modulus in [1, 2, 7, 10 ** 9 + 7, 3037000499, 3037000500, 2 ** 63 - 1, 2 ** 61 - 1,
                        HUGE + 1]:
            assert result('pow_mod', base, exponent, modulus) == 'int %d' % (
                pow(base, exponent, modulus))


def root(number):
    low, high = 0, 1 << (number.bit_length() // 2 + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle * middle <= number:
            low = middle
        else:
            high = middle - 1
    return low


def test_isqrt():
    roots = [1, 2, 3, 94906265, 94906266, 3037000499, 3037000500, 2 ** 32, 2 ** 40 + 1,
             10 ** 20, 3 ** 100, 10 ** 400 + 7]
    for number in [0, 2 ** 62, 2 ** 63 - 1, 2 ** 63, 3 ** 201, 2 ** 1000 - 1, 7 ** 2000]:
        assert result('isqrt', number) == 'int %d' % root(number)
    for number in roots:
        for square in [number * number - 1, number * number, number * number + 1]:
            assert result('isqrt', square) == 'int %d' % root(square)


@pytest.mark.parametrize('bits', range(60, 140))
def test_isqrt_of_every_size(bits):
    for number in [(1 << bits) - 1, 1 << bits, (1 << bits) + 1, (1 << bits) + (1 << bits // 2)]:
        assert result('isqrt', number) == 'int %d' % root(number)


def test_whole_floats_count():
    assert result('gcd', 12.0, 8) == 'int 4'
    assert result('divmod', 7, 2.0) == 'array [3, 1]'
    assert result('isqrt', 1e20) == 'int 10000000000'
    assert result('pow_mod', 2.0, 10.0, 1000.0) == 'int 24'


@pytest.mark.parametrize('name, arguments, message', [
    ('gcd', [1], 'gcd expects 2 arguments, got 1'),
    ('gcd', [1.5, 2], "gcd() expects integer argument 'a' , got Float(1.5)"),
    ('gcd', [1, 'x'], "gcd() expects integer argument 'b' , got Str(\"x\")"),
    ('lcm', [None, 2], "lcm() expects integer argument 'a' , got Null"),
    ('divmod', [1, True], "divmod() expects integer argument 'b' , got Bool(true)"),
    ('divmod', [7.5, 2], "divmod() expects integer argument 'a' , got Float(7.5)"),
    ('pow_mod', [2, -1, 5], 'pow_mod() exponent must be >= 0, got -1'),
    ('pow_mod', [2, 1, 0], 'pow_mod() modulus must be > 0, got 0'),
    ('pow_mod', [2, 1, -5], 'pow_mod() modulus must be > 0, got -5'),
    ('pow_mod', [2, 1], 'pow_mod expects 3 arguments, got 2'),
    ('pow_mod', [2, 1, 2.5], "pow_mod() expects integer argument 'm' , got Float(2.5)"),
    ('isqrt', [-1], 'isqrt() domain error: value must be >= 0'),
    ('isqrt', [-HUGE], 'isqrt() domain error: value must be >= 0'),
    ('isqrt', [float('inf')], 'Integer out of range: inf'),
    ('isqrt', [2.5], "isqrt() expects integer argument 'n' , got Float(2.5)"),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
