"""Storage strategies of dicts that grow by computed keys (language.md 3.4, decisions 23 and 37).

Keys here are texts and ints; dict_general.py adds all others.

Text hashes list their keys by bytes.  The others are the storages of an *int-keyed* dict, whose
keys are listed as numbers: dense arrays, int hashes and, once a key is larger than a machine word,
hashes of number texts.  Only a key that is no number ends that, for good.

The JIT looks into reads of a text hash, so that it asks for a key once where a program does twice
(test_jit_dicts.py); every other operation on a hash is one call.  Mutators assume an exclusive
dict.
"""

from rpython.rlib import jit
from rpython.rlib.rerased import new_erasing_pair

from ruffinterp.objects.array import empty_array, new_text_array
from ruffinterp.objects.hashing import W_HashBased
from ruffinterp.objects.memory_budget import check_items
from ruffinterp.objects.dict_keys import (
    BIG_KEY, MACHINE_KEY, TEXT_KEY, classify_key, machine_key, sort_ints, sort_number_texts,
    sort_texts)
from ruffinterp.objects.shapes import ShapeUser
from ruffinterp.objects.string import W_Str

# A hash grows by about 64 MB while its size passes through this many keys.
HASH_GROWTH_MASK = 1024 * 1024 - 1
HASH_ENTRY_SIZE = 64


class W_DictBase(W_HashBased):
    """What a strategy works on.

    ``strategy``: DictStrategy.  ``storage``: what it understands.  ``w_keys``: the W_Array of the
    keys in order, None when nobody has asked since the last change of the key set.
    """
    _attrs_ = ['strategy', 'storage', 'w_keys']

    def __init__(self, strategy, storage):
        self.strategy = strategy
        self.storage = storage
        self.w_keys = None


class DictStrategy(ShapeUser):
    """How the entries of a dict are stored; see W_Dict (dict.py) for the operations.

    Keys come as ``text`` (str) or as machine int; values are never None.
    """
    # Whether the keys are listed as numbers.
    is_int_keyed = False

    def lists_numbers(self, w_dict):
        """Are the keys that are texts listed as numbers?"""
        return self.is_int_keyed

    def length(self, w_dict):
        raise NotImplementedError

    def get_text(self, w_dict, text):
        raise NotImplementedError

    def set_text(self, w_dict, text, w_value):
        raise NotImplementedError

    def remove_text(self, w_dict, text):
        raise NotImplementedError

    def get_int(self, w_dict, key):
        raise NotImplementedError

    def set_int(self, w_dict, key, w_value):
        raise NotImplementedError

    def remove_int(self, w_dict, key):
        raise NotImplementedError

    def get_constant(self, w_dict, text):
        """``get_text`` for a key that is constant in the program."""
        return self.get_text(w_dict, text)

    def set_constant(self, w_dict, text, w_value):
        """``set_text`` for a key that is constant in the program."""
        self.set_text(w_dict, text, w_value)

    def set_big_int(self, w_dict, text, w_value):
        """Store under an int that is no machine int; ``text``: its digits."""
        self.set_text(w_dict, text, w_value)

    def get_general(self, w_dict, w_key):
        """The value under a key that is neither a text nor an int; None without one."""
        return None

    def remove_general(self, w_dict, w_key):
        return None

    def ordered_keys(self, w_dict):
        """The texts of the keys in the order of language.md 3.4, a fresh list."""
        raise NotImplementedError

    def key_array(self, w_dict):
        """A new W_Array of the keys in order."""
        return new_text_array(self.ordered_keys(w_dict))

    def ordered_values(self, w_dict, w_keys):
        """The values in the order of the keys, a fresh list; ``w_keys`` begins with the keys."""
        values_w = []
        for index in range(self.length(w_dict)):
            w_key = w_keys.get(index)
            assert isinstance(w_key, W_Str)
            values_w.append(self.get_text(w_dict, w_key.text()))
        return values_w

    def copied_storage(self, w_dict):
        """A copy of the storage, for this strategy; the values get marked shared."""
        raise NotImplementedError

    def has_same_entries(self, w_dict, w_other):
        """Is every entry also in ``w_other``, with an equal value?"""
        raise NotImplementedError

    def store_into(self, w_dict, w_target):
        """Store all entries into another dict, marking the values shared."""
        raise NotImplementedError


def equal_values(w_value, w_other_value):
    """Are a value and what may be one (W_Root or None) equal?"""
    return w_other_value is not None and w_value.equals(w_other_value)


def note_new_key(w_dict, length):
    """The hash of ``w_dict`` got a key and has now ``length``.

    The budget is looked at here rather than in the store, which would otherwise count as a call
    with unknown effects in every trace.
    """
    w_dict.w_keys = None
    if length & HASH_GROWTH_MASK == 0:
        check_items(length, HASH_ENTRY_SIZE)


# ---- hashes keyed by text

def text_table_get(table, text):
    return table.get(text, None)


@jit.dont_look_inside
def text_table_set(table, text, w_value):
    """Store; tells whether the key is new."""
    length = len(table)
    table[text] = w_value
    return len(table) != length


@jit.dont_look_inside
def text_table_remove(table, text):
    w_value = table.get(text, None)
    if w_value is not None:
        del table[text]
    return w_value


class TextHashStrategy(DictStrategy):
    """A hash from key texts to values."""
    erase, unerase = new_erasing_pair('text hash')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_dict):
        return len(self.unerase(w_dict.storage))

    def get_text(self, w_dict, text):
        return text_table_get(self.unerase(w_dict.storage), text)

    def set_text(self, w_dict, text, w_value):
        table = self.unerase(w_dict.storage)
        if text_table_set(table, text, w_value):
            note_new_key(w_dict, len(table))

    def remove_text(self, w_dict, text):
        w_value = text_table_remove(self.unerase(w_dict.storage), text)
        if w_value is not None:
            w_dict.w_keys = None
        return w_value

    def get_int(self, w_dict, key):
        return self.get_text(w_dict, str(key))

    def set_int(self, w_dict, key, w_value):
        self.set_text(w_dict, str(key), w_value)

    def remove_int(self, w_dict, key):
        return self.remove_text(w_dict, str(key))

    def ordered_keys(self, w_dict):
        texts = self.unerase(w_dict.storage).keys()
        sort_texts(texts)
        return texts

    def copied_storage(self, w_dict):
        table = self.unerase(w_dict.storage)
        check_items(len(table), HASH_ENTRY_SIZE)
        for w_value in table.itervalues():
            w_value.mark_shared()
        return self.erase(table.copy())

    def has_same_entries(self, w_dict, w_other):
        strategy = w_other.strategy
        for text, w_value in self.unerase(w_dict.storage).iteritems():
            if not equal_values(w_value, strategy.get_text(w_other, text)):
                return False
        return True

    def store_into(self, w_dict, w_target):
        for text, w_value in self.unerase(w_dict.storage).iteritems():
            w_value.mark_shared()
            w_target.strategy.set_text(w_target, text, w_value)


class NumberTextStrategy(TextHashStrategy):
    """An int-keyed dict with a key beyond the machine ints: a hash of canonical decimal texts."""
    is_int_keyed = True

    def set_text(self, w_dict, text, w_value):
        if classify_key(text) == TEXT_KEY:
            w_dict.strategy = text_hash_strategy
        TextHashStrategy.set_text(self, w_dict, text, w_value)

    def ordered_keys(self, w_dict):
        texts = self.unerase(w_dict.storage).keys()
        sort_number_texts(texts)
        return texts


def new_text_table():
    return {}


# ---- int-keyed dicts

@jit.dont_look_inside
def int_table_get(table, key):
    return table.get(key, None)


@jit.dont_look_inside
def int_table_set(table, key, w_value):
    """Store; tells whether the key is new."""
    length = len(table)
    table[key] = w_value
    return len(table) != length


@jit.dont_look_inside
def int_table_remove(table, key):
    w_value = table.get(key, None)
    if w_value is not None:
        del table[key]
    return w_value


class IntKeyedStrategy(DictStrategy):
    """The strategies that hold machine ints as keys."""
    is_int_keyed = True

    def get_text(self, w_dict, text):
        if classify_key(text) != MACHINE_KEY:
            return None
        return self.get_int(w_dict, machine_key(text))

    def set_text(self, w_dict, text, w_value):
        kind = classify_key(text)
        if kind == MACHINE_KEY:
            self.set_int(w_dict, machine_key(text), w_value)
            return
        w_dict.storage = text_hash_strategy.erase(self.as_text_table(w_dict))
        w_dict.w_keys = None
        if kind == BIG_KEY:
            w_dict.strategy = number_text_strategy
        else:
            w_dict.strategy = text_hash_strategy
        w_dict.strategy.set_text(w_dict, text, w_value)

    def remove_text(self, w_dict, text):
        if classify_key(text) != MACHINE_KEY:
            return None
        return self.remove_int(w_dict, machine_key(text))

    def as_text_table(self, w_dict):
        """The entries as a new table for TextHashStrategy."""
        raise NotImplementedError


class IntHashStrategy(IntKeyedStrategy):
    """A hash from machine ints to values."""
    erase, unerase = new_erasing_pair('int hash')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_dict):
        return len(self.unerase(w_dict.storage))

    def get_int(self, w_dict, key):
        return int_table_get(self.unerase(w_dict.storage), key)

    def set_int(self, w_dict, key, w_value):
        table = self.unerase(w_dict.storage)
        if int_table_set(table, key, w_value):
            note_new_key(w_dict, len(table))

    def remove_int(self, w_dict, key):
        w_value = int_table_remove(self.unerase(w_dict.storage), key)
        if w_value is not None:
            w_dict.w_keys = None
        return w_value

    def ordered_keys(self, w_dict):
        keys = self.unerase(w_dict.storage).keys()
        sort_ints(keys)
        return [str(key) for key in keys]

    def as_text_table(self, w_dict):
        result = new_text_table()
        table = self.unerase(w_dict.storage)
        check_items(len(table), HASH_ENTRY_SIZE)
        for key, w_value in table.iteritems():
            result[str(key)] = w_value
        return result

    def copied_storage(self, w_dict):
        table = self.unerase(w_dict.storage)
        check_items(len(table), HASH_ENTRY_SIZE)
        for w_value in table.itervalues():
            w_value.mark_shared()
        return self.erase(table.copy())

    def has_same_entries(self, w_dict, w_other):
        strategy = w_other.strategy
        for key, w_value in self.unerase(w_dict.storage).iteritems():
            if not equal_values(w_value, strategy.get_int(w_other, key)):
                return False
        return True

    def store_into(self, w_dict, w_target):
        for key, w_value in self.unerase(w_dict.storage).iteritems():
            w_value.mark_shared()
            w_target.strategy.set_int(w_target, key, w_value)


def new_int_table():
    return {}


class DenseStrategy(IntKeyedStrategy):
    """The keys are 0 .. n-1 and came in this order: an array of the values (decision 23)."""
    erase, unerase = new_erasing_pair('dense dict')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_dict):
        return self.unerase(w_dict.storage).length()

    def get_int(self, w_dict, key):
        return self.unerase(w_dict.storage).fetch(key)

    def set_int(self, w_dict, key, w_value):
        w_values = self.unerase(w_dict.storage)
        if w_values.store(key, w_value):
            return
        if key == w_values.length():
            w_values.append(w_value)
            w_dict.w_keys = None
        else:
            self.to_hash(w_dict)
            int_hash_strategy.set_int(w_dict, key, w_value)

    def remove_int(self, w_dict, key):
        w_values = self.unerase(w_dict.storage)
        length = w_values.length()
        if key < 0 or key >= length:
            return None
        if key == length - 1:
            w_dict.w_keys = None
            return w_values.pop_last()
        self.to_hash(w_dict)
        return int_hash_strategy.remove_int(w_dict, key)

    @jit.dont_look_inside
    def to_hash(self, w_dict):
        """Switch to the int hash."""
        w_values = self.unerase(w_dict.storage)
        length = w_values.length()
        check_items(length, HASH_ENTRY_SIZE)
        table = new_int_table()
        for key in range(length):
            table[key] = w_values.get(key)
        w_dict.storage = int_hash_strategy.erase(table)
        w_dict.strategy = int_hash_strategy

    def ordered_keys(self, w_dict):
        return [str(key) for key in range(self.length(w_dict))]

    def ordered_values(self, w_dict, w_keys):
        return self.unerase(w_dict.storage).items_w()

    def as_text_table(self, w_dict):
        result = new_text_table()
        w_values = self.unerase(w_dict.storage)
        check_items(w_values.length(), HASH_ENTRY_SIZE)
        for key in range(w_values.length()):
            result[str(key)] = w_values.get(key)
        return result

    def copied_storage(self, w_dict):
        return self.erase(self.unerase(w_dict.storage).shallow_copy())

    def has_same_entries(self, w_dict, w_other):
        strategy = w_other.strategy
        w_values = self.unerase(w_dict.storage)
        for key in range(w_values.length()):
            if not equal_values(w_values.get(key), strategy.get_int(w_other, key)):
                return False
        return True

    def store_into(self, w_dict, w_target):
        w_values = self.unerase(w_dict.storage)
        for key in range(w_values.length()):
            w_value = w_values.get(key)
            w_value.mark_shared()
            w_target.strategy.set_int(w_target, key, w_value)


text_hash_strategy = TextHashStrategy()
number_text_strategy = NumberTextStrategy()
int_hash_strategy = IntHashStrategy()
dense_strategy = DenseStrategy()


def new_dense_storage():
    """The storage of a dense dict without entries."""
    return dense_strategy.erase(empty_array())
