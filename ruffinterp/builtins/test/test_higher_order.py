"""builtins-data.md section 8, decision 12, language.md 7.6."""

import pytest

from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins import higher_order, arrays
import ruffinterp.builtins.library
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_values import call, call_w, message, shown, wrap
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.methods import ARRAY_METHODS, look_up


class Recorder(object):
    """A callback that notes what it was called with."""

    def __init__(self, function):
        self.function = function
        self.calls = []

    def one(self):
        def run(args_w, owned):
            assert owned == 0
            self.calls.append(shown(args_w[0]))
            return wrap(self.function(args_w[0]))
        return W_HostFunction(run, 1)


def test_map():
    recorder = Recorder(lambda w: w.value * w.value)
    assert call('map', [1, 2, 3], recorder.one()) == '[1, 4, 9]'
    assert recorder.calls == ['1', '2', '3']
    assert call('map', [], recorder.one()) == '[]'
    assert call('map', ['a', 'bc'], BUILTINS['len']) == '[1, 2]'
    assert call('map', [1, 'a', 2.5], Recorder(lambda w: None).one()) == '[null, null, null]'


def test_filter():
    assert call('filter', [3, 8, 5], Recorder(lambda w: w.value > 4).one()) == '[8, 5]'
    assert call('filter', [0, 1, -1], Recorder(lambda w: w.value).one()) == '[1, -1]'
    assert call('filter', [[], [0]], BUILTINS['len']) == '[[0]]'


def test_find_any_all():
    recorder = Recorder(lambda w: w.value > 10)
    assert call('find', [5, 12, 20], recorder.one()) == '12'
    assert recorder.calls == ['5', '12']
    assert call('find', [1, 2], recorder.one()) == 'null'
    assert call('find', [], recorder.one()) == 'null'
    recorder = Recorder(lambda w: w.value)
    assert call('any', [0, 1, 2], recorder.one()) == 'true'
    assert recorder.calls == ['0', '1']
    assert call('any', [0], recorder.one()) == 'false'
    assert call('any', [], recorder.one()) == 'false'
    recorder = Recorder(lambda w: w.value)
    assert call('all', [1, 0, 2], recorder.one()) == 'false'
    assert recorder.calls == ['1', '0']
    assert call('all', [1], recorder.one()) == 'true'
    assert call('all', [], recorder.one()) == 'true'


def test_reduce():
    def join(args_w, owned):
        assert owned == 1
        return wrap(args_w[1].text() + args_w[0].text())
    assert call('reduce', ['a', 'b'], '', W_HostFunction(join, 2)) == 'ba'
    assert call('reduce', [], 'x', W_HostFunction(join, 2)) == 'x'


def test_reduce_moves_its_accumulator():
    seen_w = []

    def grow(args_w, owned):
        w_array = BUILTINS['push'].call2(args_w[0], args_w[1], owned)
        seen_w.append(w_array)
        return w_array
    w_initial = wrap([])
    w_result = call_w('reduce', [1, 2, 3], w_initial, W_HostFunction(grow, 2))
    assert shown(w_result) == '[1, 2, 3]'
    assert shown(w_initial) == '[]'
    # The first push copies the initial value, which was borrowed; the others work in place.
    assert seen_w[0] is seen_w[1] is seen_w[2] is w_result


def test_messages():
    f = BUILTINS['len']
    for name in ['map', 'filter', 'find', 'any', 'all']:
        assert message(name, [1]) == '%s requires two arguments: array and function' % name
        assert message(name, [1], f, f) == '%s expects 2 arguments, got 3' % name
        assert message(name, 5, f) == '%s expects an array and a function' % name
        assert message(name, [1], 1) == '%s expects an array and a function' % name
    assert message('reduce', [1], f) == \
        'reduce requires three arguments: array, initial value, and function'
    assert message('reduce', [1], 0, f, f) == 'reduce expects 3 arguments, got 4'
    assert message('reduce', [1], f, 0) == \
        'reduce expects an array, an initial value, and a function'


@pytest.mark.parametrize('name', ['map', 'filter', 'find', 'any', 'all'])
def test_wrong_number_of_parameters(name):
    with pytest.raises(RuffError):
        call_w(name, [1], W_HostFunction(None, 2))


@pytest.mark.parametrize('name', ['map', 'filter', 'find', 'any', 'all', 'reduce', 'sort_by'])
def test_builtins_that_call_back_say_so(name):
    import ruffinterp.builtins.sorting
    assert BUILTINS[name].calls_back


def test_array_methods():
    def method(name, *values):
        return shown(look_up(ARRAY_METHODS, name).call_list([wrap(v) for v in values], 0))
    assert method('take', [1, 2, 3], 2) == '[1, 2]'
    assert method('skip', [1, 2, 3], 2) == '[3]'
    assert method('zip', [1], [2]) == '[[1, 2]]'
    assert method('enumerate', ['a']) == '[[0, a]]'
    assert method('flatten', [[1], 2]) == '[1, 2]'
    assert method('chunk', [1, 2, 3], 2) == '[[1, 2], [3]]'
    add = W_HostFunction(lambda args_w, owned: wrap(args_w[0].value + args_w[1].value), 2)
    assert method('reduce', [1, 2], 10, add) == '13'
    for name in ['print', '']:
        assert look_up(ARRAY_METHODS, name) is None
