# -*- coding: utf-8 -*-
"""builtins-data.md 6.3."""

import pytest

from ruffinterp.builtins import text_styles
from ruffinterp.builtins.test.table_calls import failure, shown


@pytest.mark.parametrize('name, text, expected', [
    ('slugify', u'Été à Paris!', u'été-à-paris'), ('slugify', 'low-cost', 'lowcost'),
    ('slugify', 'a - b', 'a-b'), ('slugify', 'a   b', 'a--b'), ('slugify', '_x_', 'x'),
    ('slugify', '', ''), ('slugify', '!?', ''), ('slugify', 'a__b', 'a-b'),
    ('to_camel_case', 'user_id-NAME', 'userIdName'), ('to_camel_case', 'userName', 'username'),
    ('to_camel_case', '--', ''), ('to_camel_case', u'été à', u'étéÀ'), ('to_camel_case', '', ''),
    ('to_snake_case', 'parseHTTPReply', 'parse_httpreply'),
    ('to_snake_case', 'max-size', 'max_size'), ('to_snake_case', 'Big Red Dog', 'big__red__dog'),
    ('to_snake_case', 'v1.5', 'v15'), ('to_snake_case', '', ''), ('to_snake_case', '_a_', 'a'),
    ('to_snake_case', u'großeÄpfel', u'große_äpfel'), ('to_snake_case', 'a - b', 'a_b'),
    ('to_kebab_case', 'maxRetryCount', 'max-retry-count'),
])
def test_results(name, text, expected):
    assert shown(name, text).decode('utf-8') == expected


@pytest.mark.parametrize('name', [
    'slugify', 'to_camel_case', 'to_snake_case', 'to_kebab_case'])
def test_errors(name):
    assert failure(name, 1) == name + '() requires a string argument'
    assert failure(name) == name + '() requires a string argument'
    assert failure(name, 'a', 'b') == name + ' expects 1 argument, got 2'
