"""Lazy iterators (language.md 7.6)."""

from ruffinterp.objects.base import W_Root


class W_Iterator(W_Root):
    """A value that gives its items one after the other; equal to itself only (decision 4)."""
    type_word = 'iterator'
    operand_word = 'value'

    def next_item(self):
        """The next item, an owned W_Root, or None at the end and ever after."""
        raise NotImplementedError

    def again(self):
        """A new W_Iterator over the items that are left, which leaves this one where it is; None
        if they can be had only once."""
        return None

    def code_inside(self):
        """The Code that makes the items, None without one: the green of loops that consume it."""
        return None


class W_ArrayIterator(W_Iterator):
    """The items of an array that nobody else changes."""
    _immutable_fields_ = ['w_array']

    def __init__(self, w_array):
        self.w_array = w_array
        self.position = 0

    def next_item(self):
        w_item = self.w_array.fetch(self.position)
        if w_item is not None:
            self.position += 1
            w_item.mark_shared()
        return w_item

    def again(self):
        w_again = W_ArrayIterator(self.w_array)
        w_again.position = self.position
        return w_again
