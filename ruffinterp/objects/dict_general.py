"""The strategy of a dict that has a key which is neither a text nor an int (decision 54).

Its texts and ints stay what they were: a dict of their own, with the strategy that suits them, so
that they are found, ordered and listed as in every dict.  All other keys stand in a hash in the
order in which they came.  Its keys are shared values: nobody writes into them.
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import r_ordereddict
from rpython.rlib.rerased import new_erasing_pair

from ruffinterp.objects.dict_strategies import (
    HASH_ENTRY_SIZE, DictStrategy, W_DictBase, equal_values, note_new_key)
from ruffinterp.objects.hashing import member_hash, same_member
from ruffinterp.objects.memory_budget import check_items


def new_key_table():
    return r_ordereddict(same_member, member_hash)


# test_jit_dicts.py: a pair as key costs one call for each access
@jit.dont_look_inside
def key_table_get(table, w_key):
    return table.get(w_key, None)


# test_jit_dicts.py: as above
@jit.dont_look_inside
def key_table_set(table, w_key, w_value):
    """Store; tells whether the key is new, and keeps it then."""
    length = len(table)
    table[w_key] = w_value
    if len(table) == length:
        return False
    w_key.mark_shared()
    return True


@jit.dont_look_inside
def key_table_remove(table, w_key):
    w_value = table.get(w_key, None)
    if w_value is not None:
        del table[w_key]
    return w_value


class W_TextEntries(W_DictBase):
    """The entries under texts and ints; never seen by a program."""


class GeneralEntries(object):
    """``w_texts``: W_TextEntries.  ``table``: {W_Root: W_Root} with all other keys."""
    _immutable_fields_ = ['w_texts', 'table']

    def __init__(self, w_texts, table):
        self.w_texts = w_texts
        self.table = table


class GeneralStrategy(DictStrategy):
    erase, unerase = new_erasing_pair('general dict')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def texts(self, w_dict):
        return self.unerase(w_dict.storage).w_texts

    def table(self, w_dict):
        return self.unerase(w_dict.storage).table

    def length(self, w_dict):
        w_texts = self.texts(w_dict)
        return w_texts.strategy.length(w_texts) + len(self.table(w_dict))

    def lists_numbers(self, w_dict):
        w_texts = self.texts(w_dict)
        return w_texts.strategy.lists_numbers(w_texts)

    # ---- keys that are neither texts nor ints

    def get_general(self, w_dict, w_key):
        return key_table_get(self.table(w_dict), w_key)

    def set_general(self, w_dict, w_key, w_value):
        table = self.table(w_dict)
        if key_table_set(table, w_key, w_value):
            note_new_key(w_dict, len(table))

    def remove_general(self, w_dict, w_key):
        w_value = key_table_remove(self.table(w_dict), w_key)
        if w_value is not None:
            w_dict.w_keys = None
        return w_value

    # ---- texts and ints

    def note_texts(self, w_dict, old_length):
        """The entries under texts have changed."""
        w_texts = self.texts(w_dict)
        if w_texts.strategy.length(w_texts) != old_length:
            w_dict.w_keys = None

    def get_text(self, w_dict, text):
        w_texts = self.texts(w_dict)
        return w_texts.strategy.get_text(w_texts, text)

    def get_int(self, w_dict, key):
        w_texts = self.texts(w_dict)
        return w_texts.strategy.get_int(w_texts, key)

    def set_text(self, w_dict, text, w_value):
        w_texts = self.texts(w_dict)
        length = w_texts.strategy.length(w_texts)
        w_texts.strategy.set_text(w_texts, text, w_value)
        self.note_texts(w_dict, length)

    def set_int(self, w_dict, key, w_value):
        w_texts = self.texts(w_dict)
        length = w_texts.strategy.length(w_texts)
        w_texts.strategy.set_int(w_texts, key, w_value)
        self.note_texts(w_dict, length)

    def set_big_int(self, w_dict, text, w_value):
        w_texts = self.texts(w_dict)
        length = w_texts.strategy.length(w_texts)
        w_texts.strategy.set_big_int(w_texts, text, w_value)
        self.note_texts(w_dict, length)

    def remove_text(self, w_dict, text):
        w_texts = self.texts(w_dict)
        w_value = w_texts.strategy.remove_text(w_texts, text)
        if w_value is not None:
            w_dict.w_keys = None
        return w_value

    def remove_int(self, w_dict, key):
        w_texts = self.texts(w_dict)
        w_value = w_texts.strategy.remove_int(w_texts, key)
        if w_value is not None:
            w_dict.w_keys = None
        return w_value

    # ---- all entries

    def key_array(self, w_dict):
        w_texts = self.texts(w_dict)
        w_keys = w_texts.strategy.key_array(w_texts)
        for w_key in self.table(w_dict):
            w_keys.append(w_key)
        return w_keys

    def ordered_values(self, w_dict, w_keys):
        w_texts = self.texts(w_dict)
        values_w = w_texts.strategy.ordered_values(w_texts, w_keys)
        for w_value in self.table(w_dict).itervalues():
            values_w.append(w_value)
        return values_w

    def copied_storage(self, w_dict):
        w_texts = self.texts(w_dict)
        table = self.table(w_dict)
        check_items(len(table), HASH_ENTRY_SIZE)
        for w_value in table.itervalues():
            w_value.mark_shared()
        w_copied_texts = W_TextEntries(
            w_texts.strategy, w_texts.strategy.copied_storage(w_texts))
        return self.erase(GeneralEntries(w_copied_texts, table.copy()))

    def has_same_entries(self, w_dict, w_other):
        w_texts = self.texts(w_dict)
        if not w_texts.strategy.has_same_entries(w_texts, w_other):
            return False
        strategy = w_other.strategy
        for w_key, w_value in self.table(w_dict).iteritems():
            if not equal_values(w_value, strategy.get_general(w_other, w_key)):
                return False
        return True

    def store_into(self, w_dict, w_target):
        w_texts = self.texts(w_dict)
        w_texts.strategy.store_into(w_texts, w_target)
        for w_key, w_value in self.table(w_dict).iteritems():
            w_value.mark_shared()
            store_general(w_target, w_key, w_value)


general_strategy = GeneralStrategy()


def store_general(w_dict, w_key, w_value):
    """Store under a key that is neither a text nor an int and that ``check_key`` accepts."""
    if w_dict.strategy is not general_strategy:
        become_general(w_dict)
    general_strategy.set_general(w_dict, w_key, w_value)


@jit.dont_look_inside
def become_general(w_dict):
    """Switch to the general strategy."""
    w_texts = W_TextEntries(w_dict.strategy, w_dict.storage)
    w_dict.storage = general_strategy.erase(GeneralEntries(w_texts, new_key_table()))
    w_dict.strategy = general_strategy
