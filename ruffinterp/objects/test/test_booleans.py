"""language.md 3.1, 3.2, 3.5: true, false, null."""

from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.booleans import w_false, w_null, w_true, wrap_bool


def display(w_value):
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


def test_values():
    assert wrap_bool(True) is w_true
    assert wrap_bool(False) is w_false
    assert w_true.is_truthy()
    assert not w_false.is_truthy()
    assert not w_null.is_truthy()


def test_display_and_types():
    assert [display(w) for w in [w_true, w_false, w_null]] == ['true', 'false', 'null']
    assert [w.type_name() for w in [w_true, w_null]] == ['bool', 'null']
    assert [w.operand_name() for w in [w_true, w_null]] == ['bool', 'null']


def test_equality():
    values = [w_true, w_false, w_null]
    for w_left in values:
        for w_right in values:
            assert w_left.equals(w_right) == (w_left is w_right)
