# -*- coding: utf-8 -*-
"""builtins-data.md 3, decisions 11 and 58."""

import pytest

from ruffinterp.builtins import formatting
from ruffinterp.builtins.test.table_calls import failure, shown, wrap
from ruffinterp.objects.enums import w_none

INFINITE = float('inf')


@pytest.mark.parametrize('template, arguments, expected', [
    ('%s has %d%%', ['disk', 93.7], 'disk has 93%'),
    ('%s|%d|%f|%.1f|%%', [[1, 2], True, 4, 9], '[1, 2]|1|4|9.0|%'),
    ('%s %s %s %s', [{}, None, 2.5, w_none], '{} null 2.5 None'),
    ('', [], ''), ('100%', [], '100%'), ('%', [], '%'), ('%.%', [], '%.%'), ('50%, 60%\n', [], '50%, 60%\n'), (u'%ä', [], u'%ä'), ('%5', [], '%5'), ('% ', [], '% '),
    ('%5.', [], '%5.'), ('100% done', [], '100% done'), ('100% yours', [], '100% yours'),
    ('100% so %s', ['x'], '100% so x'), ('[% d]', [5], '[ 5]'), ('[% d]', [-5], '[-5]'),
    ('a', [1, 2], 'a'),
    ('%f %f', [3, 2.50], '3 2.5'), ('%.2f', [3.14159], '3.14'), ('%.0f', [2.5], '2'),
    ('%#.0f', [2.0], '2.'), ('%8.3f|', [-3.14159], '  -3.142|'), ('%-8.2f|', [1.0], '1.00    |'),
    ('%08.2f', [-1.5], '-0001.50'), ('%+.1f', [2], '+2.0'), ('%.3f', [10 ** 20], '1' + '0' * 20 + '.000'),
    ('%f %.2f %5f|', [INFINITE, -INFINITE, INFINITE], 'inf -inf   inf|'),
    ('%05f|%5.1f', [INFINITE, float('nan')], '  inf|  NaN'), ('%.1f', [-0.0], '-0.0'),
    ('%.2f', [0.005], '0.01'), ('%.2f', [1.005], '1.00'), ('%.1f', [0.25], '0.2'),
    ('%.1105f', [0.5], '0.5' + '0' * 1104), ('%.f', [1.5], '2'),
    ('%e', [12345.678], '1.234568e+04'), ('%.1e', [0], '0.0e+00'), ('%.0e', [15], '2e+01'),
    ('%12.2e|', [1e-300], '   1.00e-300|'), ('%e', [-INFINITE], '-inf'), ('%#.0e', [1], '1.e+00'),
    ('%.1103e', [1], '1.' + '0' * 1103 + 'e+00'),
    ('%5d|%-5d|%05d|%+d', [42, 42, -42, 42], '   42|42   |-0042|+42'),
    ('%.4d|%6.4d|%06.4d|%.0d|', [7, -7, 7, 0], '0007| -0007|  0007||'),
    ('%d %d', [10 ** 30, -2.9], '1000000000000000000000000000000 -2'),
    ('%d', [1e20], '100000000000000000000'), ('%d', [float('nan')], '0'),
    ('%x %#x %5x|%04x|%x', [255, 255, 10, 10, -255], 'ff 0xff     a|000a|-ff'),
    ('%x %#x', [2 ** 64, 0], '10000000000000000 0'), ('%x', [True], '1'), ('%#06x', [255], '0x00ff'),
    ('%8s|%-8s|%.2s|%5.1s|', ['abc', 'abc', 'abc', 'abc'], '     abc|abc     |ab|    a|'),
    ('%4s|%-4s|%.1s', [u'ä', u'ä', u'äö'], u'   ä|ä   |ä'), ('%05s', ['a'], '    a'),
    ('{} and {}', [[1, 'a'], {'k': 2}], '[1, a] and {"k": 2}'), ('{x} {', [], '{x} {'),
    ('{} %s {}', [1, 2, 3], '1 2 3'), (u'ä%sü', [u'ö'], u'äöü'), ('%%d', [], '%d'),
    ('%g %g %.3g %g', [0.1, 1e20, 1234.5, 100000], '0.1 1e+20 1.23e+03 100000'),
    ('%X %#X %o %#o %b %#b %08b', [255, 255, 8, 8, 5, 5, 5], 'FF 0XFF 10 010 101 0b101 00000101'),
    ('%s', [u'größe'], u'größe'), ('%4.1s|', [[1]], '   [|'),
    ('{:>8.2f}|{:<5}|{:^5}|{:+d}', [3.14159, 'ab', u'ä', 5], u'    3.14|ab   |  ä  |+5'),
    ('{:}{:s}', [[1], None], '[1]null'), ('{:,}', [1234567], '1,234,567'),
    (u'{:→^7}', [5], u'→→→5→→→'),
    ('{{}} {{x}} {{', [], '{} {x} {'), ('{{{}}}', [1], '{1}'), ('{{{:02}}}', [1], '{01}'),
    ('}} }', [], '} }'), ('{"a": {"b": %d}}', [1], '{"a": {"b": 1}}'),
    ('{"a": {"b": {}}}', [1], '{"a": {"b": 1}}'), ('{ {{ } }}', [], '{ { } }'),
])
def test_results(template, arguments, expected):
    assert shown('format', template, *arguments).decode('utf-8') == expected


@pytest.mark.parametrize('arguments, message', [
    ([], 'format() requires at least 1 argument (template)'),
    ([1], 'format() first argument must be a string'),
    (['%d', '7'], 'format() %d requires numeric argument, got Str("7")'),
    (['%5.1f', True], 'format() %f requires numeric argument, got Bool(true)'),
    (['%x', None], 'format() %x requires numeric argument, got Null'),
    (['%e', [1]], 'format() %e requires numeric argument, got Array[1]'),
    (['%s and %s', 1], 'format() missing argument for placeholder %s'),
    (['%5d'], 'format() missing argument for placeholder %d'),
    (['{} {}', 1], 'format() missing argument for placeholder {}'),
    (['%q', 1], 'format() unknown placeholder %q; the letters are d f e g x X o b s, and %% is '
                'a percent sign'),
    (['%5.2y', 1], 'format() unknown placeholder %y; the letters are d f e g x X o b s, and %% is '
                   'a percent sign'),
    (['100%a'], 'format() unknown placeholder %a; the letters are d f e g x X o b s, and %% is '
                'a percent sign'),
    (['{:>5'], "format() has no '}' behind '{:'"),
    (['{:>5} {:.1f}', 1], 'format() missing argument for placeholder {:.1f}'),
    (['{:q}', 1], "format() unknown type 'q' in ':q': types are d f e g x X o b % s"),
    (['{:d}', 'x'], "Format ':d' needs an int, got string"),
    (['%99999999999d', 1], 'Integer out of range'), (['%9999999999d', 1], 'Integer out of range'),
    (['%.9999999999f', 1], 'Integer out of range'), (['%d', INFINITE], 'Integer out of range: inf'),
])
def test_errors(arguments, message):
    assert failure('format', *arguments) == message
