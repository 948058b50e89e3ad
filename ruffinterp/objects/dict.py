"""Dicts (language.md 3.4, builtins-data.md 1.8, decisions 23 and 37)."""

from rpython.rlib import jit

from ruffinterp.objects.array import new_array, new_text_array
from ruffinterp.objects.base import SHARED, W_Container
from ruffinterp.objects.dict_records import (
    empty_dict_strategy, no_entries, record_storage, record_strategy)
from ruffinterp.objects.integer import W_BigInt, W_Int, int_text
from ruffinterp.objects.string import W_Str


class BadKey(Exception):
    """A key is neither a string nor an int."""


def key_text(w_key):
    """The text (str) of a key; BadKey for what is no key."""
    if isinstance(w_key, W_Str):
        return w_key.text()
    if isinstance(w_key, W_Int):
        return str(w_key.value)
    if isinstance(w_key, W_BigInt):
        return int_text(w_key)
    raise BadKey


class W_Dict(W_Container):
    """A dict.

    ``w_keys``: the array that ``keys_w`` gives, None when nobody has asked since the last change
    of the key set.  Mutators need an exclusive dict and kept values (base.py).
    """
    _attrs_ = ['strategy', 'storage', 'w_keys']
    type_word = 'dict'
    operand_word = 'dict'

    def __init__(self, strategy, storage):
        self.strategy = strategy
        self.storage = storage
        self.w_keys = None

    def is_truthy(self):
        return self.length() != 0

    def length(self):
        return self.strategy.length(self)

    # ---- one entry

    def get_constant(self, name):
        """The value under ``name`` (str, constant in a trace), or None."""
        # test_jit_dicts.py: constant key read
        return jit.promote(self.strategy).get_constant(self, name)

    def set_constant(self, name, w_value):
        """Store under ``name`` (str, constant in a trace)."""
        # test_jit_dicts.py: constant key store
        jit.promote(self.strategy).set_constant(self, name, w_value)

    def get_str(self, w_key):
        """The value under a W_Str, or None."""
        return self.strategy.get_text(self, w_key.text())

    def set_str(self, w_key, w_value):
        self.strategy.set_text(self, w_key.text(), w_value)

    def get_int(self, key):
        """The value under an int, or None."""
        return self.strategy.get_int(self, key)

    def set_int(self, key, w_value):
        self.strategy.set_int(self, key, w_value)

    def get(self, w_key):
        """The value under a string or int of any size, or None; BadKey for other keys."""
        if isinstance(w_key, W_Str):
            return self.get_str(w_key)
        if isinstance(w_key, W_Int):
            return self.get_int(w_key.value)
        return self.strategy.get_text(self, key_text(w_key))

    def set(self, w_key, w_value):
        """Store under a string or int of any size; BadKey for other keys."""
        if isinstance(w_key, W_Str):
            self.set_str(w_key, w_value)
        elif isinstance(w_key, W_Int):
            self.set_int(w_key.value, w_value)
        else:
            self.strategy.set_big_int(self, key_text(w_key), w_value)

    def set_literal(self, w_key, w_value):
        """Store an entry of a literal: an int counts as its text; BadKey for other keys."""
        self.strategy.set_text(self, key_text(w_key), w_value)

    def has(self, w_key):
        """Is there such a key?  BadKey for what is no key."""
        return self.get(w_key) is not None

    def remove(self, w_key):
        """Remove an entry and return its value, None if it is missing; BadKey for other keys."""
        if isinstance(w_key, W_Int):
            return self.strategy.remove_int(self, w_key.value)
        return self.strategy.remove_text(self, key_text(w_key))

    # ---- all entries

    def keys_w(self):
        """The keys as a W_Array of strings in the order of language.md 3.4.

        The array is kept here until the key set changes, and therefore shared.
        """
        w_keys = self.w_keys
        if w_keys is None:
            w_keys = new_text_array(self.strategy.ordered_keys(self))
            w_keys.claims = SHARED
            self.w_keys = w_keys
        return w_keys

    def ordered_values(self):
        """The values in the order of the keys, as a fresh list; they are borrowed."""
        w_keys = self.keys_w()
        texts = []
        for index in range(w_keys.length()):
            w_key = w_keys.get(index)
            assert isinstance(w_key, W_Str)
            texts.append(w_key.text())
        return self.strategy.ordered_values(self, texts)

    def values_w(self):
        """A new array of the values, marked shared, in the order of the keys."""
        values_w = self.ordered_values()
        for w_value in values_w:
            w_value.mark_shared()
        return new_array(values_w)

    def items_w(self):
        """A new array of ``[key, value]`` in key order; the values are marked shared."""
        w_keys = self.keys_w()
        values_w = self.ordered_values()
        pairs_w = []
        for index in range(len(values_w)):
            w_value = values_w[index]
            w_value.mark_shared()
            pairs_w.append(new_array([w_keys.get(index), w_value]))
        return new_array(pairs_w)

    def merge(self, w_other):
        """Store all entries of the dict ``w_other`` here; the values are marked shared."""
        if w_other is self:
            return
        if self.strategy is empty_dict_strategy:
            self.storage = w_other.strategy.copied_storage(w_other)
            self.strategy = w_other.strategy
            self.w_keys = w_other.w_keys
        else:
            w_other.strategy.store_into(w_other, self)

    def clear(self):
        """Make this a dict that never had an entry."""
        self.strategy = empty_dict_strategy
        self.storage = no_entries
        self.w_keys = None

    def shallow_copy(self):
        strategy = self.strategy
        w_copy = W_Dict(strategy, strategy.copied_storage(self))
        w_copy.w_keys = self.w_keys
        return w_copy

    def equals(self, w_other):
        return (isinstance(w_other, W_Dict) and self.length() == w_other.length() and
                self.strategy.has_same_entries(self, w_other))

    def display(self, builder):
        w_keys = self.keys_w()
        values_w = self.ordered_values()
        builder.append('{')
        for index in range(len(values_w)):
            if index:
                builder.append(', ')
            builder.append('"')
            w_keys.get(index).display(builder)
            builder.append('": ')
            values_w[index].display(builder)
        builder.append('}')


def empty_dict():
    """A new dict without entries."""
    return W_Dict(empty_dict_strategy, no_entries)


def new_record(shape, fields):
    """A dict with the keys of ``shape`` (shapes.record_shape) and the values ``fields``.

    ``fields``: fixed-size [W_Root] in the order of the shape, given away.
    """
    if shape.size() == 0:
        return empty_dict()
    return W_Dict(record_strategy(shape), record_storage(fields))
