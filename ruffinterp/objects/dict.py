"""Dicts (language.md 3.4, builtins-data.md 1.8, decisions 23, 37 and 54).

A key is a text, an int, which is the same key as its decimal text, or any other value: a *general*
key.  A float without fraction is the key of its int, see key_values.py.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask

from ruffinterp.objects.array import new_array
from ruffinterp.objects.base import SHARED
from ruffinterp.objects.dict_general import store_general
from ruffinterp.objects.dict_records import (
    empty_dict_strategy, no_entries, record_storage, record_strategy)
from ruffinterp.objects.dict_strategies import W_DictBase
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.hashing import member_hash, mix, same_member
from ruffinterp.objects.integer import W_BigInt, W_Int, int_text
from ruffinterp.objects.key_values import check_key, is_int_key
from ruffinterp.objects.string import W_Str

DICT_SEED = 0x5bd1e9


class W_Dict(W_DictBase):
    """A dict.

    Mutators need an exclusive dict and kept values (base.py).  Whatever takes a key of any kind
    raises RuffError for one that can be no key.
    """
    _attrs_ = []
    type_word = 'dict'
    operand_word = 'dict'

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
        """The value under a key of any kind, or None."""
        if isinstance(w_key, W_Str):
            return self.get_str(w_key)
        if isinstance(w_key, W_Int):
            return self.get_int(w_key.value)
        if isinstance(w_key, W_BigInt):
            return self.strategy.get_text(self, int_text(w_key))
        if isinstance(w_key, W_Float) and is_int_key(w_key.value):
            return self.get_int(int(w_key.value))
        check_key(w_key)
        return self.strategy.get_general(self, w_key)

    def set(self, w_key, w_value):
        """Store under a key of any kind."""
        if isinstance(w_key, W_Str):
            self.set_str(w_key, w_value)
        elif isinstance(w_key, W_Int):
            self.set_int(w_key.value, w_value)
        elif isinstance(w_key, W_BigInt):
            self.strategy.set_big_int(self, int_text(w_key), w_value)
        elif isinstance(w_key, W_Float) and is_int_key(w_key.value):
            self.set_int(int(w_key.value), w_value)
        else:
            check_key(w_key)
            store_general(self, w_key, w_value)

    def set_literal(self, w_key, w_value):
        """Store an entry of a literal: an int counts as its text."""
        if isinstance(w_key, W_Str):
            self.set_str(w_key, w_value)
        elif isinstance(w_key, W_Int):
            self.strategy.set_text(self, str(w_key.value), w_value)
        elif isinstance(w_key, W_BigInt):
            self.strategy.set_text(self, int_text(w_key), w_value)
        elif isinstance(w_key, W_Float) and is_int_key(w_key.value):
            self.strategy.set_text(self, str(int(w_key.value)), w_value)
        else:
            check_key(w_key)
            store_general(self, w_key, w_value)

    def has(self, w_key):
        """Is there such a key?"""
        return self.get(w_key) is not None

    def remove(self, w_key):
        """Remove an entry and return its value, None if it is missing."""
        strategy = self.strategy
        if isinstance(w_key, W_Str):
            return strategy.remove_text(self, w_key.text())
        if isinstance(w_key, W_Int):
            return strategy.remove_int(self, w_key.value)
        if isinstance(w_key, W_BigInt):
            return strategy.remove_text(self, int_text(w_key))
        if isinstance(w_key, W_Float) and is_int_key(w_key.value):
            return strategy.remove_int(self, int(w_key.value))
        check_key(w_key)
        return strategy.remove_general(self, w_key)

    # ---- all entries

    def is_int_keyed(self):
        """Are the keys that are texts listed as numbers (language.md 3.4)?"""
        return self.strategy.lists_numbers(self)

    def keys_w(self):
        """The keys as a W_Array: texts in the order of language.md 3.4, then all others in the
        order in which they came.

        The array is kept here until the key set changes, and therefore shared.
        """
        w_keys = self.w_keys
        if w_keys is None:
            w_keys = self.strategy.key_array(self)
            w_keys.claims = SHARED
            self.w_keys = w_keys
        return w_keys

    def ordered_values(self):
        """The values in the order of the keys, as a fresh list; they are borrowed."""
        return self.strategy.ordered_values(self, self.keys_w())

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

    # ---- as part of a key or member

    def member_hash(self):
        w_keys = self.keys_w()
        values_w = self.ordered_values()
        total = DICT_SEED
        for index in range(len(values_w)):
            # The order of the keys depends on how they were stored, so the sum must not.
            total += mix(member_hash(w_keys.get(index)), member_hash(values_w[index]))
        return intmask(total)

    def same_member(self, w_other):
        if not isinstance(w_other, W_Dict) or self.length() != w_other.length():
            return False
        w_keys = self.keys_w()
        values_w = self.ordered_values()
        for index in range(len(values_w)):
            w_other_value = w_other.get(w_keys.get(index))
            if w_other_value is None or not same_member(values_w[index], w_other_value):
                return False
        return True

    def parts_w(self):
        return self.ordered_values()

    # ---- text

    def display(self, builder):
        w_keys = self.keys_w()
        values_w = self.ordered_values()
        builder.append('{')
        for index in range(len(values_w)):
            if index:
                builder.append(', ')
            w_key = w_keys.get(index)
            if isinstance(w_key, W_Str):
                builder.append('"')
                w_key.display(builder)
                builder.append('"')
            else:
                w_key.display(builder)
            builder.append(': ')
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
