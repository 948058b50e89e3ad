# -*- coding: utf-8 -*-
"""Decision 58: formats of Python's mini-language."""

import random

import pytest

from ruffinterp.objects.array import new_int_array
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.format_specification import BadFormat, formatted_value, parse_format
from ruffinterp.objects.integer import parse_decimal
from ruffinterp.objects.string import W_Str

INFINITE = float('inf')
NAN = float('nan')


def wrap(value):
    if value is None:
        return w_null
    if value is True:
        return w_true
    if isinstance(value, float):
        return W_Float(value)
    if isinstance(value, (int, long)):
        return parse_decimal(str(value))
    if isinstance(value, list):
        return new_int_array(value[:])
    return W_Str(value.encode('utf-8') if isinstance(value, unicode) else value)


def formatted(text, value):
    text = text.encode('utf-8') if isinstance(text, unicode) else text
    return formatted_value(parse_format(text), wrap(value)).decode('utf-8')


@pytest.mark.parametrize('text, value, expected', [
    ('', 5, '5'), ('', 2.5, '2.5'), ('', 3.0, '3'), ('', 'ab', 'ab'), ('', [1, 2], '[1, 2]'),
    ('', None, 'null'), ('', True, 'true'), ('8', True, 'true    '), ('s', 3.0, '3'),
    ('>8.2f', 3.14159, '    3.14'), ('<6', 5, '5     '), ('6', 5, '     5'), ('6', 'ab', 'ab    '),
    ('>6', u'ä☃', u'    ä☃'), (u'☃^5', u'ä', u'☃☃ä☃☃'), ('^4', 'a', ' a  '), ('.2', u'äöü', u'äö'),
    ('5.0s|'[:-1], 'abc', '     '), ('.9', 'abc', 'abc'), ('*<4', '', '****'),
    ('d', 3.0, '3'), ('d', -0.0, '0'), ('d', 1e20, '100000000000000000000'), ('d', True, '1'),
    ('x', 255.0, 'ff'), ('.1f', True, '1.0'), ('x', -10 ** 20, '-56bc75e2d63100000'),
    ('f', 2, '2.000000'), ('.0f', 2, '2'), ('.2f', 10 ** 30, '1' + 30 * '0' + '.00'),
    ('.0%', 10 ** 20, '1' + 22 * '0' + '%'), ('.1%', 0.125, '12.5%'), ('%', 1, '100.000000%'),
    ('e', 10 ** 400, 'inf'), ('.3', 2.0 / 3, '0.667'), ('.3', 3, '3'), ('g', 1e20, '1e+20'),
    ('.0g', 123.0, '1e+02'),
    ('f', NAN, 'NaN'), ('+.1f', NAN, 'NaN'), ('6.1f', INFINITE, '   inf'), ('e', -INFINITE, '-inf'),
    ('+', INFINITE, '+inf'), (',', -INFINITE, '-inf'), ('g', NAN, 'NaN'), ('%', INFINITE, 'inf'),
    ('.1f', -0.0, '-0.0'), ('.0f', -0.4, '-0'), ('+.0f', 0.0, '+0'), ('.2f', -0.001, '-0.00'),
    (',', 1234567, '1,234,567'), (',', 123, '123'), (',', -1234, '-1,234'),
    (',.2f', 1234567.891, '1,234,567.89'), ('010,', 1234567, '01,234,567'),
    ('08,', 1234, '0,001,234'), ('06,', 1234, '01,234'), ('012,.1f', 1234.5, '00,001,234.5'),
    (',', 1e16, '10,000,000,000,000,000'),
    ('05', 'ab', 'ab000'), ('05', -42, '-0042'), ('<05', 5, '50000'), ('*<05', 5, '5****'),
    ('=+6', 5, '+    5'), ('<<4', 5, '5<<<'), ('0', 5, '5'), ('00', 5, '5'),
    ('.1105f', 0.5, '0.5' + 1104 * '0'), ('.1103e', 1.0, '1.' + 1103 * '0' + 'e+00'),
])
def test_results(text, value, expected):
    assert formatted(text, value) == expected


INTS = [0, 1, -1, 42, -255, 1234567, -10 ** 12, 10 ** 12 + 1]
FLOATS = [0.0, -0.0, 1.5, -2.5, 3.14159, 1e20, 1e-7, 123456.789, -0.001, 99.995, 0.5, 1e300]


def random_format(generator, types):
    text = ''
    if generator.random() < .4:
        text = generator.choice(['', '*', 'x', '0', '-', '<']) + generator.choice('<>^=')
    text += generator.choice(['', '', '+', '-', ' '])
    text += generator.choice(['', '', '0']) + generator.choice(['', str(generator.randrange(1, 30))])
    letter = generator.choice(types)
    if letter not in 'xXob':
        text += generator.choice(['', '', ','])
    if letter in 'feg%':
        text += generator.choice(['', '.%d' % generator.randrange(25)])
    return text + letter


@pytest.mark.parametrize('seed', range(60))
def test_types_write_as_the_host_does(seed):
    generator = random.Random(seed)
    for value, types in [(generator.choice(INTS), 'dxXobfeg%'), (generator.choice(FLOATS), 'feg%')]:
        for _ in range(10):
            text = random_format(generator, types)
            assert (text, formatted(text, value)) == (text, format(value, text))


@pytest.mark.parametrize('text, message', [
    ('q', "unknown type 'q' in ':q': types are d f e g x X o b % s"),
    (u'5ä', u"unknown type 'ä' in ':5ä': types are d f e g x X o b % s".encode('utf-8')),
    ('5dd', "unexpected 'd' behind the type in ':5dd'"),
    ('.f', "there is no number behind the '.' in ':.f'"),
    ('.', "there is no number behind the '.' in ':.'"),
    ('99999999999', "the width in ':99999999999' is too large"),
    ('.99999999999f', "the precision in ':.99999999999f' is too large"),
    ('.2d', "type 'd' takes no precision, as in ':.2d'"),
    (',x', "type 'x' takes no ',', as in ':,x'"),
    ('+s', "type 's' takes no sign, no ',' and no '=', as in ':+s'"),
    (',s', "type 's' takes no sign, no ',' and no '=', as in ':,s'"),
    ('=5s', "type 's' takes no sign, no ',' and no '=', as in ':=5s'"),
    ('5,,', "unknown type ',' in ':5,,': types are d f e g x X o b % s"),
    (' ', None), ('<', None), ('{', "unknown type '{' in ':{': types are d f e g x X o b % s"),
])
def test_bad_formats(text, message):
    text = text.encode('utf-8') if isinstance(text, unicode) else text
    if message is None:
        parse_format(text)
        return
    with pytest.raises(BadFormat) as caught:
        parse_format(text)
    assert caught.value.message == message


@pytest.mark.parametrize('text, value, message', [
    ('d', 'x', "Format ':d' needs an int, got string"),
    ('d', 2.5, "Format ':d' needs an int, got the float 2.5"),
    ('x', NAN, "Format ':x' needs an int, got the float NaN"),
    ('d', -INFINITE, "Format ':d' needs an int, got the float -inf"),
    ('d', None, "Format ':d' needs an int, got null"),
    ('.2f', 'x', "Format ':.2f' needs a number, got string"),
    ('%', [1], "Format ':%' needs a number, got array"),
    ('+', 'x', "Format ':+' needs a number, got string"),
    (',', True, "Format ':,' needs a number, got bool"),
    ('=5', None, "Format ':=5' needs a number, got null"),
    ('9999999999', 5, 'Integer out of range'), ('.9999999999f', 0.5, 'Integer out of range'),
    ('09999999999,', 5, 'Integer out of range'),
])
def test_refused_values(text, value, message):
    with pytest.raises(RuffError) as caught:
        formatted(text, value)
    assert caught.value.message == message


def test_a_format_serves_many_values():
    specification = parse_format('>4')
    assert [formatted_value(specification, wrap(value)) for value in [1, 'ab', 2.5]] == [
        '   1', '  ab', ' 2.5']
