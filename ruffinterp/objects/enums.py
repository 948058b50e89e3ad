"""Result, Option and enum values (language.md 9.4, 9.5).

Nothing writes into them in place, but they have claims: what comes out of an exclusive one is
itself exclusive.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized

from ruffinterp.objects.base import SHARED, W_Container


class W_Result(W_Container):
    """``Ok(w_value)`` or ``Err(w_value)``; ``is_ok``: bool."""
    _immutable_fields_ = ['is_ok', 'w_value']
    type_word = 'result'

    def __init__(self, is_ok, w_value):
        self.is_ok = is_ok
        self.w_value = w_value

    def shallow_copy(self):
        self.w_value.mark_shared()
        return W_Result(self.is_ok, self.w_value)

    def equals(self, w_other):
        return (isinstance(w_other, W_Result) and self.is_ok == w_other.is_ok and
                self.w_value.equals(w_other.w_value))

    def display(self, builder):
        if self.is_ok:
            builder.append('Ok(')
        else:
            builder.append('Err(')
        self.w_value.display(builder)
        builder.append(')')


class W_Option(W_Container):
    """``Some(w_value)``, or ``None`` when ``w_value`` is None."""
    _immutable_fields_ = ['w_value']
    type_word = 'option'

    def __init__(self, w_value):
        self.w_value = w_value

    def shallow_copy(self):
        w_value = self.w_value
        if w_value is None:
            return self
        w_value.mark_shared()
        return W_Option(w_value)

    def equals(self, w_other):
        if not isinstance(w_other, W_Option):
            return False
        w_value = self.w_value
        w_other_value = w_other.w_value
        if w_value is None or w_other_value is None:
            return w_value is w_other_value
        return w_value.equals(w_other_value)

    def display(self, builder):
        w_value = self.w_value
        if w_value is None:
            builder.append('None')
        else:
            builder.append('Some(')
            w_value.display(builder)
            builder.append(')')


w_none = W_Option(None)
w_none.claims = SHARED


class Tag(object):
    """The variant of an enum; one exists per text.

    ``text``: "Enum::Variant"; ``enum_name``, ``variant``: its parts (str).
    """
    _immutable_fields_ = ['text', 'enum_name', 'variant']

    def __init__(self, text):
        self.text = text
        separator = text.find('::')
        if separator < 0:
            self.enum_name = ''
            self.variant = text
        else:
            self.enum_name = text[:separator]
            self.variant = text[separator + 2:]


class TagRegistry(object):
    def __init__(self):
        self.tags = {}


registry = TagRegistry()


# test_jit_structs.py: match on a tag compares pointers
@jit.elidable
def get_tag(text):
    """The one Tag with this text (str)."""
    tag = registry.tags.get(text, None)
    if tag is None:
        tag = Tag(text)
        registry.tags[text] = tag
    return tag


class W_EnumValue(W_Container):
    """A value of an enum.  ``tag``: Tag; ``items_w``: the payload (fixed-size [W_Root])."""
    _immutable_fields_ = ['tag', 'items_w[*]']
    type_word = 'tagged'

    def __init__(self, tag, items_w):
        make_sure_not_resized(items_w)
        self.tag = tag
        self.items_w = items_w

    def shallow_copy(self):
        for w_item in self.items_w:
            w_item.mark_shared()
        return W_EnumValue(self.tag, self.items_w)

    def equals(self, w_other):
        if not isinstance(w_other, W_EnumValue) or self.tag is not w_other.tag:
            return False
        items_w = self.items_w
        other_items_w = w_other.items_w
        if len(items_w) != len(other_items_w):
            return False
        for index in range(len(items_w)):
            if not items_w[index].equals(other_items_w[index]):
                return False
        return True

    def display(self, builder):
        builder.append(self.tag.text)
        if len(self.items_w) == 0:
            return
        builder.append('(')
        for index in range(len(self.items_w)):
            if index:
                builder.append(',')
            self.items_w[index].display(builder)
        builder.append(')')
