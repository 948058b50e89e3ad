"""The strategies of a dict that is empty or a record: one whose keys are constants of the program.

All records with the same keys in the same order share a shape, and each shape has one strategy, so
that one guard on the strategy tells where a key is.  Records come from literals and from stores
under constant keys only.  The first store under a computed key, a removal, or a key too many
makes a text hash; reads under computed keys work on any record and promote nothing.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.rerased import new_erasing_pair

from ruffinterp.objects.dict_strategies import (
    DictStrategy, dense_strategy, equal_values, int_hash_strategy, new_dense_storage,
    new_int_table, new_text_table, number_text_strategy, text_hash_strategy)
from ruffinterp.objects.shapes import extended_fields, record_root, shared_fields

MAX_RECORD_KEYS = 32


class RecordStrategy(DictStrategy):
    """The values stand in a fixed-size list in the order of ``shape``."""
    _immutable_fields_ = ['shape']
    erase, unerase = new_erasing_pair('record dict')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def __init__(self, shape):
        self.shape = shape

    def length(self, w_dict):
        return self.shape.size()

    def get_text(self, w_dict, text):
        index = self.shape.find(text)
        if index < 0:
            return None
        return self.unerase(w_dict.storage)[index]

    def set_text(self, w_dict, text, w_value):
        self.to_hash(w_dict)
        text_hash_strategy.set_text(w_dict, text, w_value)

    def remove_text(self, w_dict, text):
        if self.shape.find(text) < 0:
            return None
        self.to_hash(w_dict)
        return text_hash_strategy.remove_text(w_dict, text)

    def get_int(self, w_dict, key):
        return self.get_text(w_dict, str(key))

    def set_int(self, w_dict, key, w_value):
        self.set_text(w_dict, str(key), w_value)

    def remove_int(self, w_dict, key):
        return self.remove_text(w_dict, str(key))

    def set_constant(self, w_dict, text, w_value):
        shape = self.shape
        index = shape.find(text)
        fields = self.unerase(w_dict.storage)
        if index >= 0:
            fields[index] = w_value
        elif shape.size() >= MAX_RECORD_KEYS:
            self.set_text(w_dict, text, w_value)
        else:
            w_dict.storage = self.erase(extended_fields(fields, shape.size(), w_value))
            w_dict.strategy = record_strategy(shape.with_field(text))
            w_dict.w_keys = None

    @jit.dont_look_inside
    def to_hash(self, w_dict):
        """Switch to the text hash."""
        shape = self.shape
        fields = self.unerase(w_dict.storage)
        table = new_text_table()
        for index in range(shape.size()):
            table[shape.names[index]] = fields[index]
        w_dict.storage = text_hash_strategy.erase(table)
        w_dict.strategy = text_hash_strategy

    def ordered_keys(self, w_dict):
        shape = self.shape
        return [shape.names[index] for index in shape.sorted_indices]

    def ordered_values(self, w_dict, w_keys):
        fields = self.unerase(w_dict.storage)
        return [fields[index] for index in self.shape.sorted_indices]

    def copied_storage(self, w_dict):
        return self.erase(shared_fields(self.unerase(w_dict.storage), self.shape.size()))

    def has_same_entries(self, w_dict, w_other):
        strategy = w_other.strategy
        names = self.shape.names
        fields = self.unerase(w_dict.storage)
        for index in range(len(names)):
            if not equal_values(fields[index], strategy.get_text(w_other, names[index])):
                return False
        return True

    def store_into(self, w_dict, w_target):
        names = self.shape.names
        fields = self.unerase(w_dict.storage)
        for index in range(len(names)):
            w_value = fields[index]
            w_value.mark_shared()
            w_target.strategy.set_text(w_target, names[index], w_value)


# test_jit_dicts.py: a record literal stays virtual
@jit.elidable
def record_strategy(shape):
    """The one RecordStrategy of a shape."""
    strategy = shape.user
    if strategy is None:
        strategy = RecordStrategy(shape)
        shape.user = strategy
    assert isinstance(strategy, RecordStrategy)
    return strategy


def record_storage(fields):
    """The storage of a record with these values (fixed-size list)."""
    make_sure_not_resized(fields)
    return RecordStrategy.erase(fields)


class NoEntries(object):
    """The storage of a dict that never had an entry."""


class EmptyDictStrategy(DictStrategy):
    """No entry was ever stored; the first one decides what the dict becomes."""
    erase, unerase = new_erasing_pair('empty dict')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_dict):
        return 0

    def get_text(self, w_dict, text):
        return None

    def set_text(self, w_dict, text, w_value):
        w_dict.storage = text_hash_strategy.erase(new_text_table())
        w_dict.strategy = text_hash_strategy
        text_hash_strategy.set_text(w_dict, text, w_value)

    def remove_text(self, w_dict, text):
        return None

    def get_int(self, w_dict, key):
        return None

    def set_int(self, w_dict, key, w_value):
        if key == 0:
            w_dict.storage = new_dense_storage()
            w_dict.strategy = dense_strategy
        else:
            w_dict.storage = int_hash_strategy.erase(new_int_table())
            w_dict.strategy = int_hash_strategy
        w_dict.strategy.set_int(w_dict, key, w_value)

    def remove_int(self, w_dict, key):
        return None

    def set_constant(self, w_dict, text, w_value):
        w_dict.storage = record_storage([w_value])
        w_dict.strategy = record_strategy(record_root.with_field(text))
        w_dict.w_keys = None

    def set_big_int(self, w_dict, text, w_value):
        w_dict.storage = text_hash_strategy.erase(new_text_table())
        w_dict.strategy = number_text_strategy
        number_text_strategy.set_text(w_dict, text, w_value)

    def ordered_keys(self, w_dict):
        return []

    def copied_storage(self, w_dict):
        return no_entries

    def has_same_entries(self, w_dict, w_other):
        return True

    def store_into(self, w_dict, w_target):
        """There is nothing to store."""


empty_dict_strategy = EmptyDictStrategy()
no_entries = EmptyDictStrategy.erase(NoEntries())
