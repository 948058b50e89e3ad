"""Errors of worker processes and promises that nobody awaits, untranslated and as RPython."""

import gc

import pytest

from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.bytecode.code import Code
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import Diagnostic
from ruffinterp.objects.errors import (
    KEPT_FRAMES, BadIndex, MissingName, ModuleFault, Operands, RuffError, Unsuitable,
    WrongArgument)
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.promise import (
    KEPT_ERRORS, Rejection, Unhandled, W_Promise, rejection_reason, rejection_text,
    resolved_promise, settle_like, unhandled)
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.serialization import Reader
from ruffinterp.stdlib.worker_errors import (
    packed_error, packed_errors, unpacked_error, unpacked_errors)
from ruffinterp.syntax.source import Source

SOURCE = Source('p.ruff', 'first\nx := gr\xc3\xb6\xc3\x9fe + 1\n')


def code(name, is_module):
    made = Code(name, SOURCE)
    made.is_module = is_module
    made.positions = [0, 0, 5, 3, 11, 17]
    return made


INNER, MODULE = code('inner', False), code('', True)


def fault():
    diagnostic = Diagnostic(kinds.UNEXPECTED_TOKEN, 'Wrong', SOURCE, 6, 7, 'Repair it.')
    diagnostic.add_secondary(1, 2, 'here')
    return diagnostic


def subject(index):
    if index == 0:
        return MissingName('n', None)
    if index == 1:
        return MissingName('n', W_Str('holder'))
    if index == 2:
        # A function cannot leave its process.
        return MissingName('n', W_Function(INNER, []))
    if index == 3:
        return Unsuitable(w_null, W_Promise())
    if index == 4:
        return ModuleFault(fault())
    if index == 6:
        return Operands(W_Str('a'), '+', w_null)
    if index == 7:
        return WrongArgument(w_null, 2)
    if index == 8:
        return BadIndex(9)
    return None


def sample(index):
    w_cause = None
    if index == 1:
        w_cause = W_Int(-7)
    if index == 2:
        w_cause = W_Function(INNER, [])
    error = RuffError('m\xc3\xbcde', w_cause, subject(index), kinds.OPERAND)
    error.leave_frame(INNER, 4)
    error.leave_frame(MODULE, 0)
    return error.retold('told: m\xc3\xbcde')


def handed_over(index):
    return unpacked_error(packed_error(sample(index)))


def test_messages_cause_and_frames():
    error = handed_over(1)
    assert (error.message, error.kind) == ('told: m\xc3\xbcde', kinds.OPERAND)
    assert error.w_cause.value == -7
    outer, inner = error.entries()
    assert (outer.code.is_module, inner.code.is_module) == (True, False)
    assert inner.code.display_name() == 'inner'
    assert (inner.code.start_offset(inner.pc), inner.code.end_offset(inner.pc)) == (11, 17)
    assert (inner.code.source.name, inner.code.source.text) == (SOURCE.name, SOURCE.text)
    assert inner.code.source is outer.code.source
    assert inner.code.line(inner.pc) == 2


def test_subjects():
    assert (handed_over(0).subject.name, handed_over(0).subject.w_holder) == ('n', None)
    assert handed_over(1).subject.w_holder.text() == 'holder'
    assert handed_over(2).subject is None and handed_over(2).w_cause is None
    assert isinstance(handed_over(3).subject.w_right, W_Promise)
    assert not isinstance(handed_over(3).subject.w_left, (W_Promise, W_Iterator))
    wrong = handed_over(4).subject.diagnostic
    primary, secondary = wrong.primary, wrong.secondary[0]
    assert (wrong.kind, wrong.title, wrong.source.name, wrong.help) == (
        kinds.UNEXPECTED_TOKEN, 'Wrong', 'p.ruff', 'Repair it.')
    assert (primary.start, primary.end, secondary.start, secondary.end, secondary.label) == (
        6, 7, 1, 2, 'here')
    assert handed_over(5).subject is None
    operands = handed_over(6).subject
    assert isinstance(operands.w_left, W_Str) and operands.symbol == '+'
    assert operands.w_right.type_name() == operands.w_right.operand_name() == 'null'
    argument = handed_over(7).subject
    assert (argument.w_left.type_name(), argument.position) == ('null', 2)
    assert handed_over(8).subject.length == 9


@pytest.mark.parametrize('frames', [0, KEPT_FRAMES, 2 * KEPT_FRAMES + 1, 9 * KEPT_FRAMES + 5])
def test_deep_stacks(frames):
    error = RuffError('deep')
    for _ in range(frames):
        error.leave_frame(INNER, 3)
    other = unpacked_error(packed_error(error))
    for one in (error, other):
        one.leave_frame(INNER, 0)
    places = [[entry and entry.code.start_offset(entry.pc) for entry in one.entries()]
              for one in (error, other)]
    assert places[0] == places[1]
    assert other.gap_text() == error.gap_text()


def test_the_prefix_stands_once():
    assert rejection_text('lost') == rejection_text(rejection_text('lost'))
    assert rejection_reason(rejection_text('lost')) == rejection_reason('lost') == 'lost'


def messages(errors):
    return ' '.join([error.message for error in errors])


def test_only_what_nobody_handles_is_left():
    unhandled.forget_all()
    first, second, waited = W_Promise(), W_Promise(), W_Promise()
    settle_like(W_Promise(), waited, '')
    for w_promise, text in [(first, 'a'), (second, 'b'), (waited, 'c')]:
        w_promise.reject(RuffError(text))
    first.handled_error()
    # The promise that follows ``waited`` has nobody who awaits it.
    assert messages(unhandled.take_errors()) == 'b c'
    assert unhandled.take_errors() == []


def test_promises_that_are_gone_do_not_fill_the_memory():
    unhandled.forget_all()
    held = [W_Promise() for _ in range(100)]
    for w_promise in held:
        w_promise.reject(RuffError('held'))
    for number in range(5000):
        W_Promise().reject(RuffError(str(number)))
        if number % 500 == 0:
            gc.collect()
    gc.collect()
    unhandled._drop()
    errors = unhandled.errors()
    assert len(errors) <= 100 + KEPT_ERRORS
    assert len(errors) + unhandled.take_forgotten() == 5100
    assert messages(errors[100:]) == ' '.join(str(number) for number in range(KEPT_ERRORS))
    for w_promise in held:
        w_promise.handled_error()
    assert len(unhandled.take_errors()) == KEPT_ERRORS


def test_what_is_set_aside_comes_first_again():
    registry = Unhandled()
    registry.add(Rejection(RuffError('a')))
    held = registry.set_aside()
    assert registry.errors() == []
    registry.adopt([RuffError('b')], 3)
    registry.put_back(held)
    assert (messages(registry.errors()), registry.take_forgotten()) == ('a b', 3)


def summary():
    """Something of everything, as one text."""
    pieces = []
    for index in range(9):
        error = handed_over(index)
        pieces.append(error.message + error.kind.name)
        if error.w_cause is not None:
            pieces.append(error.w_cause.type_name())
        for entry in error.entries():
            pieces.append('%s %d' % (entry.code.display_name(), entry.code.line(entry.pc)))
    unhandled.forget_all()
    for number in range(200):
        w_promise, w_result = W_Promise(), W_Promise()
        settle_like(w_result, w_promise, 'told: ')
        w_promise.reject(RuffError(rejection_text(str(number))))
        if number % 3 == 0:
            w_result.handled_error()
    settle_like(W_Promise(), resolved_promise(w_null), '')
    held = unhandled.set_aside()
    unhandled.put_back(held)
    reader = Reader(packed_errors(unhandled.errors(), unhandled.take_forgotten()))
    unhandled.forget_all()
    unhandled.adopt([RuffError('adopted')], reader.word())
    errors = unpacked_errors(reader)
    pieces.append(messages(errors[:KEPT_ERRORS]))
    pieces.append(messages(unhandled.take_errors()))
    return '|'.join(pieces)


def test_the_same_as_rpython():
    expected = summary()

    def agrees():
        return summary() == expected
    assert interpret(agrees, [])
