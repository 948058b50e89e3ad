"""What the documentation of a builtin says that it gives is what it gives."""

import pytest

from ruffinterp.builtins.library import global_names
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.test_translation import SILENT, values
from ruffinterp.objects.errors import ExitRequest, RuffError

# Results that type() calls otherwise.
WORDS = {'integer': 'int', 'number': 'float', 'bytes': 'string', 'callable': 'function'}

# Those that call functions need the virtual machine.
NAMES = [name for name in sorted(global_names())
         if name in BUILTINS and BUILTINS[name].result_kind and name not in SILENT and
         not BUILTINS[name].calls_back]


def combinations(count):
    """Lists of ``count`` arguments; the third and further ones follow the second."""
    if count == 0:
        return [[]]
    if count == 1:
        return [[w_value] for w_value in values()]
    return [[w_first, w_second] + values()[2:count] for w_first in values()
            for w_second in values()]


@pytest.mark.parametrize('name', NAMES)
def test_result(name):
    minimum, maximum = BUILTINS[name].minimum, BUILTINS[name].maximum
    kind = BUILTINS[name].result_kind
    for count in range(minimum, min(maximum, 3) + 1 if maximum >= 0 else minimum + 3):
        for arguments_w in combinations(count):
            try:
                w_result = BUILTINS[name].call_list(arguments_w, 0)
            except (RuffError, ExitRequest):
                continue
            assert w_result.type_name() == WORDS.get(kind, kind)


@pytest.mark.parametrize('name, kind', [
    ('len', 'int'), ('upper', 'string'), ('range', 'array'), ('assert_equal', 'bool'),
    ('keys', 'array'), ('Set', 'set'), ('sqrt', 'float'), ('merge', 'dict'),
    ('contains', ''), ('pop', ''), ('print', ''), ('sum', ''), ('get', ''), ('exit', '')])
def test_kind(name, kind):
    assert BUILTINS[name].result_kind == kind


def test_parameters():
    assert BUILTINS['push'].parameter_kinds == ['array', 'any']
    assert BUILTINS['print'].parameter_kinds == []
    assert BUILTINS['print'].rest_kind == 'any'
    assert BUILTINS['len'].rest_kind == ''


# name -> (position of the function that it calls, number of arguments).
CALLBACKS = {
    'map': (1, 1), 'filter': (1, 1), 'reduce': (2, 2), 'scan': (2, 2), 'find': (1, 1), 'any': (1, 1),
    'all': (1, 1), 'sort': (1, 2), 'sort_by': (1, 1), 'flat_map': (1, 1), 'group_by': (1, 1),
    'count_by': (1, 1), 'partition': (1, 1), 'min_by': (1, 1), 'max_by': (1, 1), 'sum_by': (1, 1),
    'take_while': (1, 1), 'skip_while': (1, 1), 'assert_throws': (0, 0), 'spawn_task': (0, 0),
    'parallel_map': (1, 1),
}


def test_callbacks():
    found = dict((name, (w_builtin.callback, w_builtin.callback_count))
                 for name, w_builtin in BUILTINS.items() if w_builtin.callback >= 0)
    assert found == CALLBACKS
    assert [name for name, w_builtin in BUILTINS.items()
            if 'callable' in w_builtin.parameter_kinds and name not in CALLBACKS] == []
