"""Opcodes of ``match`` (language.md 8.3, decision 7) and of the operator ``?``."""

from ruffinterp.bytecode import opcodes
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import refusal
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result
from ruffinterp.vm.frame import store
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.ops.destructuring import kept_part


def has_tag(w_subject, tag):
    if isinstance(w_subject, W_EnumValue):
        return w_subject.tag is tag
    if isinstance(w_subject, W_Result):
        if w_subject.is_ok:
            return tag.text == 'Ok' or tag.text == 'Result::Ok'
        return tag.text == 'Err' or tag.text == 'Result::Err'
    if isinstance(w_subject, W_Option):
        if w_subject.w_value is not None:
            return tag.text == 'Some' or tag.text == 'Option::Some'
        return tag.text == 'None' or tag.text == 'Option::None'
    if isinstance(w_subject, W_Str):
        return tag.enum_name == '' and w_subject.text() == tag.text
    return False


@instruction(opcodes.JUMP_UNLESS_TAG)
def op_jump_unless_tag(w_subject, tag, target, next_pc):
    return next_pc if has_tag(w_subject, tag) else target


@instruction(opcodes.JUMP_UNLESS_VALUE)
def op_jump_unless_value(w_subject, w_expected, target, next_pc):
    return next_pc if w_subject.equals(w_expected) else target


def payload(w_subject, index):
    """What ``case Name(v)`` binds; None without payload (decision 29)."""
    if isinstance(w_subject, W_EnumValue):
        if index < len(w_subject.items_w):
            return w_subject.items_w[index]
    elif index == 0:
        if isinstance(w_subject, W_Result):
            return w_subject.w_value
        if isinstance(w_subject, W_Option):
            return w_subject.w_value
    return None


@instruction(opcodes.PAYLOAD)
def op_payload(w_subject, index, owned):
    w_part = payload(w_subject, index)
    if w_part is not None:
        kept_part(w_subject, w_part, owned)
    return w_part


@instruction(opcodes.TRY_UNWRAP)
def op_try_unwrap(frame, destination, w_value, owned, target, next_pc):
    if isinstance(w_value, W_Result):
        succeeded = w_value.is_ok
        w_part = w_value.w_value
    elif isinstance(w_value, W_Option):
        w_part = w_value.w_value
        succeeded = w_part is not None
    else:
        raise refusal(kinds.NOT_UNWRAPPABLE, 'Try operator requires Result or Option', w_value)
    if succeeded:
        store(frame, destination, kept_part(w_value, w_part, owned))
        return target
    if owned == 0:
        w_value.mark_shared()
    store(frame, destination, w_value)
    return next_pc
