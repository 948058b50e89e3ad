"""Builtins as methods of their first argument."""

import pytest

import ruffinterp.builtins.library
from ruffinterp.builtins.pure_methods import receivers
from ruffinterp.builtins.registry import BUILTINS, DECLARATIONS
from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins.test.host_values import shown, wrap
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.iterator import W_ArrayIterator
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.methods import METHODS, find_builtin_method

# Of arrays, strings and iterators alike.
READING_ARRAYS = '''all any chunk contains count_by enumerate filter find flat_map flatten group_by
    index_of join len map max max_by min min_by pairwise partition reduce scan skip skip_while
    slice sum sum_by take take_while transpose unique windows zip'''

EXPECTED = {
    'array': READING_ARRAYS + ' collect concat heap_pop heap_push',
    'string': READING_ARRAYS + ''' reverse sort sort_by
        capitalize center char_at char_code chars count_chars ends_with format is_alphanumeric
        is_digit is_empty is_letter is_lower is_space is_upper lines lower pad_end pad_left
        pad_right pad_start parse_float parse_int repeat replace replace_str slugify split
        starts_with str_reverse substr substring to_camel_case to_kebab_case to_lower
        to_snake_case to_upper trim trim_end trim_start truncate upper words''',
    'iterator': READING_ARRAYS + ' reverse sort sort_by collect next',
    'dict': 'contains get get_default has_key invert items keys len values',
    'set': 'contains difference has intersect len to_array union',
    'queue': 'is_empty len peek size to_array',
    'stack': 'is_empty len peek size to_array',
    'channel': 'receive send',
}

# Methods that do something besides their result.
WITH_EFFECTS = {'iterator': ['collect', 'next'], 'channel': ['receive', 'send']}

# Functions that read an array, string ... and are no methods: they have effects, or can do without
# their first argument.
NO_METHODS = ['Queue', 'Set', 'Stack', 'env', 'exit', 'file_lines', 'input', 'random_choice',
              'random_int', 'read_file', 'read_lines', 'set_random_seed', 'sleep', 'write_file']


@pytest.mark.parametrize('kind', sorted(EXPECTED))
def test_all_methods(kind):
    assert sorted([name for name in METHODS[kind] if not METHODS[kind][name].changes_receiver]) == (
        sorted(EXPECTED[kind].split()))
    assert sorted([name for name in METHODS[kind] if METHODS[kind][name].has_effects]) == (
        WITH_EFFECTS.get(kind, []))


def test_every_function_on_such_a_value_is_a_method_or_listed():
    missing = []
    for name in DECLARATIONS:
        parameters = DECLARATIONS[name].parameters
        if parameters and not parameters[0].is_rest and not receivers(DECLARATIONS[name]):
            if parameters[0].kind not in ('any', 'bool', 'number', 'callable'):
                missing.append(name)
    assert sorted(missing) == sorted(set(NO_METHODS) - set(['set_random_seed', 'sleep']))


def call(receiver, name, *values):
    w_receiver = wrap(receiver)
    args_w = [w_receiver] + [wrap(value) for value in values]
    before = shown(w_receiver)
    w_method = find_builtin_method(w_receiver, name)
    assert not w_method.changes_receiver
    text = shown(w_method.call_list(args_w, 0))
    assert shown(w_receiver) == before
    return text


def failure(receiver, name, *values):
    with pytest.raises(RuffError) as raised:
        call(receiver, name, *values)
    return raised.value.message


def iterator(*items):
    return W_ArrayIterator(wrap(list(items)))


def numbers_as_text(args_w, owned):
    return wrap('<' + shown(args_w[0]) + '>')


def test_arrays():
    assert call([1, 'b'], 'join', ', ') == '1, b'
    assert call([1, 2], 'len') == '2'
    assert call([1, 2, 2], 'unique') == '[1, 2]'
    assert call([1, 2], 'contains', 2) == 'true'
    assert call([3, 1], 'max') == '3'
    assert call([1], 'concat', [2]) == '[1, 2]'
    assert call([], 'sum') == '0'


def test_strings():
    assert call('gr\xc3\xbc\xc3\x9f', 'upper') == 'GR\xc3\x9cSS'
    assert call('gr\xc3\xbc\xc3\x9f', 'len') == '4'
    assert call('\xc3\xa4b', 'reverse') == 'b\xc3\xa4'
    assert call('\xc3\xa4b', 'index_of', 'b') == '1'
    assert call('a,b', 'split', ',') == '[a, b]'
    assert call('%s!', 'format', 5) == '5!'
    assert call('', 'is_empty') == 'true'
    assert call('ba', 'sort') == '[a, b]'
    assert call('abcdef', 'truncate', 4, '.') == 'abc.'
    assert call('ab', 'map', W_HostFunction(numbers_as_text, 1)) == '[<a>, <b>]'


def test_dicts_sets_queues_stacks():
    assert call({'a': 1}, 'keys') == '[a]'
    assert call({'a': 1}, 'get', 'b', 5) == '5'
    assert call({'a': 1}, 'has_key', 'a') == '1'
    w_set = new_set([wrap(1)])
    assert call(w_set, 'has', 1) == 'true'
    assert call(w_set, 'union', new_set([wrap(2)])) == 'Set([1, 2])'
    assert call(w_set, 'to_array') == '[1]'
    for w_value in [new_queue([wrap(1)]), new_stack([wrap(1)])]:
        assert call(w_value, 'peek') == '1'
        assert call(w_value, 'size') == '1'
        assert call(w_value, 'is_empty') == 'false'
    for w_value, name in [(w_set, 'set_has'), (new_queue([]), 'queue_peek'),
                          (new_stack([]), 'stack_size')]:
        assert find_builtin_method(w_value, name) is None


def test_iterators_are_collected():
    assert call(iterator(1, 2), 'join', '-') == '1-2'
    assert call(iterator(1, 2), 'len') == '2'
    assert call(iterator(2, 1), 'sort') == '[1, 2]'
    assert call(iterator(2, 1), 'reverse') == '[1, 2]'
    assert call(iterator(1, 2), 'contains', 2) == 'true'
    for name in ['push', 'concat', 'heap_push']:
        assert find_builtin_method(iterator(), name) is None


def test_lazy_methods_stay_lazy():
    w_function = W_HostFunction(None, 1)
    for name in ['map', 'filter']:
        assert call([1], name, w_function) == '<iterator>'
        assert call(iterator(1), name, w_function) == '<iterator>'
    assert call([1], 'take', 1) == '[1]'
    assert call(iterator(1), 'take', 1) == '<iterator>'
    assert find_builtin_method(iterator(), 'map') is not find_builtin_method(wrap([]), 'map')


def test_messages_do_not_count_the_receiver():
    assert failure([1], 'join') == 'join expects 1 argument, got 0'
    assert failure([1], 'len', 1) == 'len expects 0 arguments, got 1'
    assert failure([1], 'reduce', 1) == 'reduce expects 2 arguments, got 1'
    assert failure('a', 'replace', 'b') == 'replace expects 2 arguments, got 1'
    assert failure({}, 'get') == 'get expects 1 to 2 arguments, got 0'
    assert failure(new_set([]), 'union') == 'union expects 1 argument, got 0'
    assert failure(new_queue([]), 'size', 1) == 'size expects 0 arguments, got 1'


def test_arguments_of_wrong_kinds():
    assert failure([1], 'join', 5) == 'join() requires array and separator string arguments'
    assert failure(new_set([]), 'union', 5) == 'union expects a set as argument 1 (other)'
    with pytest.raises(RuffError) as raised:
        call([1], 'join', 5)
    assert raised.value.subject.position == 1


@pytest.mark.parametrize('value', [1, 2.5, True, None, BUILTINS['len']])
def test_other_values_have_no_methods(value):
    for name in ['len', 'to_string', 'map', 'abs', 'type', '']:
        assert find_builtin_method(wrap(value), name) is None


def test_functions_that_are_no_methods():
    for receiver in [wrap([1]), wrap('a'), wrap({})]:
        for name in NO_METHODS + ['print', 'type', 'to_string', 'assert_equal', 'promise_all',
                                  'parallel_map', 'error']:
            assert find_builtin_method(receiver, name) is None
    assert find_builtin_method(W_Channel(), 'len') is None


def test_results_are_those_of_the_functions():
    for name in ['keys', 'get', 'upper', 'join', 'windows']:
        kind = receivers(DECLARATIONS[name])[0]
        assert type(METHODS[kind][name]) is type(BUILTINS[name])
        assert METHODS[kind][name].result_kind == BUILTINS[name].result_kind
