"""What every builtin of these families must have: documentation, checked arity, checked types."""

import pytest

from ruffinterp.builtins import (
    assertions, bits, channels, characters, conversion, formatting, integers, introspection,
    mathematics, output, promises, random_numbers, strings, tasks, text_styles)
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.table_calls import failure
from ruffinterp.objects.booleans import w_null
from ruffinterp.stdlib import clocks, console, files, process

FAMILIES = [assertions, bits, channels, characters, conversion, formatting, integers,
            introspection, mathematics, output, promises, random_numbers, strings, tasks,
            text_styles, clocks, console, files, process]

# name -> (fewest, most) arguments, -1 for any number.
INTERFACES = {
    'print': (0, -1), 'println': (0, -1), 'eprint': (0, -1), 'write': (0, -1), 'debug': (0, -1),
    'format': (1, -1),
    'abs': (1, 1), 'sqrt': (1, 1), 'pow': (2, 2), 'floor': (1, 1), 'ceil': (1, 1), 'round': (1, 2),
    'min': (1, 2), 'max': (1, 2), 'gcd': (2, 2), 'lcm': (2, 2), 'divmod': (2, 2),
    'pow_mod': (3, 3), 'isqrt': (1, 1), 'sin': (1, 1), 'cos': (1, 1), 'tan': (1, 1), 'log': (1, 1),
    'exp': (1, 1),
    'count_chars': (1, 1), 'is_empty': (1, 1), 'contains': (2, 2), 'index_of': (2, 2),
    'starts_with': (2, 2), 'ends_with': (2, 2), 'substring': (3, 3), 'substr': (3, 3),
    'char_at': (2, 2), 'split': (2, 2), 'words': (1, 1), 'join': (2, 2), 'to_upper': (1, 1),
    'upper': (1, 1), 'to_lower': (1, 1), 'lower': (1, 1), 'capitalize': (1, 1), 'trim': (1, 1),
    'trim_start': (1, 1), 'trim_end': (1, 1), 'replace': (3, 3), 'replace_str': (3, 3),
    'repeat': (2, 2), 'pad_left': (3, 3), 'pad_start': (3, 3), 'pad_right': (3, 3),
    'pad_end': (3, 3), 'truncate': (3, 3), 'str_reverse': (1, 1),
    'slugify': (1, 1), 'to_camel_case': (1, 1), 'to_snake_case': (1, 1), 'to_kebab_case': (1, 1),
    'parse_int': (1, 1), 'parse_float': (1, 1), 'to_int': (1, 1), 'to_float': (1, 1),
    'to_string': (1, 1), 'str': (1, 1), 'to_bool': (1, 1),
    'type': (1, 1), 'type_of': (1, 1), 'is_truthy': (1, 1), 'is_int': (1, 1), 'is_float': (1, 1),
    'is_string': (1, 1), 'is_bool': (1, 1), 'is_array': (1, 1), 'is_dict': (1, 1),
    'is_null': (1, 1), 'is_function': (1, 1),
    'random': (0, 0), 'random_int': (2, 2), 'random_choice': (1, 1), 'set_random_seed': (1, 1),
    'clear_random_seed': (0, 0), 'random_id': (1, 1), 'uuid_v4': (0, 0),
    'bit_and': (2, 2), 'bit_or': (2, 2), 'bit_xor': (2, 2), 'bit_not': (1, 1), 'bit_shl': (2, 2),
    'bit_shr': (2, 2), 'wrap_add': (2, 2), 'wrap_sub': (2, 2), 'wrap_mul': (2, 2),
    'wrap_int': (1, 1),
    'assert': (1, 2), 'assert_equal': (2, 3), 'assert_true': (1, 2), 'assert_false': (1, 2),
    'assert_contains': (2, 3), 'assert_throws': (1, 2), 'error': (1, 1),
    'input': (0, 1), 'read_file': (1, 1), 'read_lines': (1, 1), 'file_lines': (1, 1),
    'lines': (1, 1), 'center': (2, 3), 'chars': (1, 1), 'char_code': (1, 1),
    'from_char_code': (1, 1), 'is_digit': (1, 1), 'is_letter': (1, 1), 'is_alphanumeric': (1, 1),
    'is_space': (1, 1), 'is_upper': (1, 1), 'is_lower': (1, 1),
    'write_file': (2, 3), 'args': (0, 0), 'exit': (0, 1), 'env': (1, 1), 'sleep': (1, 1),
    'performance_now': (0, 0), 'current_timestamp': (0, 0), 'time': (0, 0),
    'channel': (0, 0), 'async_sleep': (1, 1), 'async_timeout': (2, 2),
    'with_timeout': (2, 2), 'promise_race': (1, 1), 'promise_all': (1, 2),
    'await_all': (1, 2), 'set_task_pool_size': (1, 1), 'get_task_pool_size': (0, 0),
    'spawn_task': (1, 1), 'await_task': (1, 1), 'cancel_task': (1, 1), 'shared_set': (2, 2),
    'shared_get': (1, 1), 'shared_has': (1, 1), 'shared_delete': (1, 1), 'shared_add_int': (2, 2),
}

# These run code: that of other tasks while they wait, or of their argument.
RUNNING_CODE = ['input', 'sleep', 'assert_throws']

# These take any value, or the builtin that the test gives; all others refuse something.
TAKING_ANYTHING = [
    'print', 'println', 'eprint', 'write', 'debug', 'to_string', 'str', 'to_bool', 'type',
    'type_of', 'is_truthy', 'is_int', 'is_float', 'is_string', 'is_bool', 'is_array', 'is_dict',
    'is_null', 'is_function', 'assert', 'assert_equal', 'assert_throws', 'error', 'spawn_task']


@pytest.mark.parametrize('name', sorted(INTERFACES))
def test_declaration(name):
    w_builtin = BUILTINS[name]
    assert w_builtin.name == name
    assert (w_builtin.minimum, w_builtin.maximum) == INTERFACES[name]
    assert w_builtin.calls_back == (name in RUNNING_CODE)
    # The documentation begins with the call itself; that of an alias with the main name.
    assert '(' in w_builtin.documentation and ': ' in w_builtin.documentation
    if w_builtin.maximum == 0:
        assert '()' in w_builtin.documentation


@pytest.mark.parametrize('name', sorted(INTERFACES))
def test_wrong_counts(name):
    minimum, maximum = INTERFACES[name]
    if minimum > 0:
        assert failure(name, *[None] * (minimum - 1))
    if maximum >= 0:
        message = failure(name, *[None] * (maximum + 1))
        if 'got' in message:
            assert message.endswith('got %d' % (maximum + 1))


@pytest.mark.parametrize('count', range(5))
def test_calls_by_count_check_too(count):
    for name in INTERFACES:
        minimum, maximum = INTERFACES[name]
        if count < minimum or 0 <= maximum < count:
            w_builtin = BUILTINS[name]
            arguments_w = [w_null] * count
            with pytest.raises(Exception) as by_list:
                w_builtin.call_list(arguments_w, 0)
            with pytest.raises(Exception) as by_count:
                getattr(w_builtin, 'call%d' % count)(*(arguments_w + [0]))
            assert by_list.value.message == by_count.value.message


@pytest.mark.parametrize('name', sorted(
    [name for name in INTERFACES if name not in TAKING_ANYTHING and INTERFACES[name][1] != 0]))
def test_wrong_types(name):
    assert failure(name, *[BUILTINS['type']] * max(INTERFACES[name][0], 1))


def test_nothing_is_forgotten():
    documentation = set()
    for module in FAMILIES:
        for value in vars(module).values():
            if getattr(value, '__module__', '') == module.__name__ and value.__doc__:
                documentation.add(value.__doc__.strip())
    declared = [name for name in BUILTINS if BUILTINS[name].documentation in documentation]
    assert sorted(declared) == sorted(INTERFACES)
