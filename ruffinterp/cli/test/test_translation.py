"""Explanations of errors and JSON as RPython, in flow graphs that are interpreted."""
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.cli.explanations import explain
from ruffinterp.cli.option_parser import Choice, FileArguments, Switch
from ruffinterp.cli.reports import call_stack
from ruffinterp.cli.usage import Finished, UsageError
from ruffinterp.compiler.module import Module
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import Diagnostic
from ruffinterp.diagnostics.render_json import diagnostic_json
from ruffinterp.diagnostics.render_text import rendered
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.errors import (
    BadIndex, MissingName, Operands, UnknownName, Unsuitable, WrongArgument)
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_StructDefinition, new_struct, struct_shape, struct_type
from ruffinterp.syntax.source import Source

SOURCE = Source('p.ruff', 'quantity := 1\nx := quantityy\nx == 3\ny.push(1)\n')
MODULE = Module({'print': W_Int(1), 'push': W_Int(2)})


def subject(index):
    """(Subject, start, end) for one of the errors."""
    if index == 0:
        return MissingName('quantityy', None), 19, 28
    if index == 1:
        return MissingName('nil', None), 19, 28
    if index == 2:
        shape = struct_shape(struct_type('P'), ['width'])
        return MissingName('widht', new_struct(shape, [w_null])), 0, 8
    if index == 3:
        w_dict = empty_dict()
        w_dict.set_literal(W_Str('name'), W_Int(1))
        return MissingName('nmae', w_dict), 0, 8
    if index == 4:
        return MissingName('devide', W_Namespace('m', ['divide'], [w_null])), 0, 8
    if index == 5:
        return MissingName('push', w_null), 36, 45
    if index == 6:
        return Operands(W_Str('a'), '+', w_null), 0, 8
    if index == 9:
        return BadIndex(2), 0, 8
    if index == 10:
        return WrongArgument(w_null, 1), 0, 8
    if index == 11:
        return Unsuitable(W_StructDefinition(struct_type('P'), ['x', 'y'])), 0, 8
    if index == 12:
        return Unsuitable(w_null), 13, 28
    if index == 13:
        return UnknownName('quantitty', ['quantity', 'price']), 0, 8
    if index == 7:
        return Unsuitable(w_null, W_Promise()), 0, 8
    return None, 29, 30


# By the index of the error.
KINDS = [kinds.FAILURE] * 8 + [
    kinds.UNARY_OPERAND, kinds.INDEX_RANGE, kinds.ARGUMENT_TYPE, kinds.NOT_CALLABLE,
    kinds.NOT_CALLABLE, kinds.UNKNOWN_FIELD]


def explained(index):
    about, start, end = subject(index)
    diagnostic = Diagnostic(KINDS[index], 'wrong', SOURCE, start, end)
    explain(diagnostic, about, MODULE)
    return rendered(diagnostic, index % 2 == 1) + diagnostic_json(diagnostic, '')


def test_explanations():
    def summary():
        result = 0
        for index in range(14):
            for c in explained(index):
                result = (result * 31 + ord(c)) & 0xFFFFFF
        return result
    assert "Did you mean 'quantity'?" in explained(0)
    assert "'null'" in explained(1)
    assert "Did you mean 'width'?" in explained(2)
    assert "Did you mean 'name'?" in explained(3)
    assert "Did you mean 'divide'?" in explained(4)
    assert 'push(value)' in explained(5)
    assert 'to_string(value)' in explained(6)
    assert 'The length is 2.' in explained(9)
    assert 'Argument 1 is of type null.' in explained(10)
    assert 'P { x: value, y: value }' in explained(11)
    assert 'The value is of type null.' in explained(12)
    assert "Did you mean 'quantity'?" in explained(13)
    assert interpret(summary, []) == summary()


def test_arguments():
    lines = [['check', '--json', 'a'], ['check', '--form=json', 'a'], ['check', '--form', 'x', 'a'],
             ['check', '--form'], ['check', '--help'], ['check', '-q', 'a', '--form', 'human']]

    def summary(index):
        given = FileArguments([Switch('json', ''), Switch('quiet', 'q')], 'check', 'help',
                              [Choice('form', ['human', 'json'])])
        try:
            given.parse(lines[index])
        except UsageError as error:
            return len(error.message)
        except Finished as finished:
            return -len(finished.text)
        return 1000 + len(given.value('form')) * 10 + int(given.has('json'))
    assert [summary(i) for i in range(6)] == [
        1001, 1040, len("invalid value 'x' for '--form <FORM>': expected human or json"),
        len("a value is required for '--form' but none was supplied"), -4, 1050]
    for index in range(6):
        assert interpret(summary, [index]) == summary(index)


def test_empty_call_stack():
    assert call_stack([], 0, False) == ''
