"""All builtins of these families as RPython, in flow graphs that are interpreted.

What is checked here is that the types fit; results are compared for a sample with those of the host.
"""
from rpython.rtyper.annlowlevel import hlstr
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test import test_interfaces
from ruffinterp.builtins.value_formatting import debug_text, display_text, message_text
from ruffinterp.bytecode.code import Code
from ruffinterp.objects.array import new_array
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.errors import ExitRequest, RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.integer import int_pow, wrap_int
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_StructDefinition, new_struct, struct_shape, struct_type
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag

SILENT = ['print', 'println', 'eprint', 'write', 'debug', 'write_file']
# Their results differ from call to call.
UNSTABLE = ['random', 'random_int', 'random_choice', 'random_id', 'uuid_v4', 'performance_now',
            'current_timestamp', 'time', 'set_random_seed', 'clear_random_seed', 'env', 'args']

table = sorted([(name, BUILTINS[name]) for name in test_interfaces.INTERFACES
                if name not in SILENT and name not in UNSTABLE and
                # These run code, which the trace tests type.
                name not in test_interfaces.RUNNING_CODE])
names = [name for name, _ in table]
builtins_w = [w_builtin for _, w_builtin in table]
silent_w = [BUILTINS[name] for name in SILENT + UNSTABLE]


def values():
    w_dict = empty_dict()
    w_dict.set_literal(W_Str('key'), wrap_int(3))
    shape = struct_shape(struct_type('P'), ['x'])
    return [
        W_Str('gr\xc3\xa4\xc3\x9fer ABC'), W_Str('C'), wrap_int(3), W_Float(2.5), w_null, w_true,
        int_pow(wrap_int(10), wrap_int(30)), W_Str('%s|%5.2f'), W_Str(' 42 '),
        new_array([wrap_int(1), W_Str('b'), W_Float(0.5), w_null]), w_dict,
        new_set([wrap_int(1)]), new_queue([w_null]), new_stack([w_true]),
        new_struct(shape, [w_true]), W_Option(w_true), W_Result(True, w_null),
        W_Function(Code('f', None), []), W_StructDefinition(struct_type('P'), []),
        W_EnumValue(get_tag('A::B'), [w_true, w_null]), W_Str('/nowhere')]


def outcome(w_builtin, arguments_w):
    try:
        w_result = w_builtin.call_list(arguments_w, 0)
    except RuffError as error:
        return 'error ' + error.message
    except ExitRequest as request:
        return 'exit %d' % request.status
    return display_text(w_result)


def exercise(only_typed):
    """The results of all builtins for a few arguments, and the texts of the values."""
    values_w = values()
    texts = []
    if only_typed:
        for w_builtin in silent_w:
            texts.append(outcome(w_builtin, values_w))
    for index in range(len(builtins_w)):
        w_builtin = builtins_w[index]
        # Strings and numbers are what most of them want.
        first = 2 if index & 1 else 0
        texts.append(outcome(w_builtin, [values_w[first]]))
        texts.append(outcome(w_builtin, [values_w[first], values_w[first + 1]]))
        texts.append(outcome(w_builtin, [values_w[0], values_w[first + 1], values_w[1]]))
    for w_value in values_w:
        texts.append(message_text(w_value))
        texts.append(debug_text(w_value))
    return '\n'.join(texts)


def test_results_are_those_of_the_host():
    assert hlstr(interpret(exercise, [False])) == exercise(False)
