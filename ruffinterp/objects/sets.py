"""Sets (builtins-data.md 12; decisions 3, 4 and 37)."""

from rpython.rlib.objectmodel import newlist_hint, r_ordereddict
from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rfloat import NAN

from ruffinterp.objects.array import new_array
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.memory_budget import check_items
from ruffinterp.objects.hashing import W_HashBased, member_hash, same_member

SET_SEED = 0x2545f4
GROWTH_MASK = 1024 * 1024 - 1
ENTRY_SIZE = 64


def new_members():
    return r_ordereddict(same_member, member_hash)


def is_nan(w_value):
    """Is this the value that equals nothing, not even itself?"""
    return isinstance(w_value, W_Float) and w_value.value != w_value.value


class W_Set(W_HashBased):
    """A set; ``members``: a dict from the members, in the order in which they came, to None.

    Mutators need an exclusive set and kept members (base.py).
    """
    _attrs_ = ['members']
    type_word = 'set'

    def __init__(self, members):
        self.members = members

    def length(self):
        return len(self.members)

    def has(self, w_member):
        return w_member in self.members and not is_nan(w_member)

    def add(self, w_member):
        """Add at the end unless it is there; tells whether it is new."""
        members = self.members
        if is_nan(w_member):
            # An object of its own: a hash takes the same object for an equal one.
            w_member = W_Float(NAN)
        length = len(members)
        if w_member in members:
            return False
        if length & GROWTH_MASK == GROWTH_MASK:
            check_items(length, ENTRY_SIZE)
        members[w_member] = None
        return True

    def remove(self, w_member):
        """Remove a member; tells whether it was there."""
        members = self.members
        if not self.has(w_member):
            return False
        del members[w_member]
        return True

    def clear(self):
        self.members = new_members()

    def items_w(self):
        """A fresh list of the members in order; they are borrowed."""
        check_items(len(self.members))
        result_w = newlist_hint(len(self.members))
        for w_member in self.members:
            result_w.append(w_member)
        return result_w

    def parts_w(self):
        return self.items_w()

    def to_array(self):
        """A new array of the members, marked shared."""
        self.mark_members_shared()
        return new_array(self.items_w())

    def mark_members_shared(self):
        for w_member in self.members:
            w_member.mark_shared()

    def shallow_copy(self):
        check_items(len(self.members), ENTRY_SIZE)
        self.mark_members_shared()
        return W_Set(self.members.copy())

    def equals(self, w_other):
        return self.same_member(w_other)

    def same_member(self, w_other):
        if not isinstance(w_other, W_Set) or self.length() != w_other.length():
            return False
        for w_member in self.members:
            if not w_other.has(w_member):
                return False
        return True

    def member_hash(self):
        total = SET_SEED
        for w_member in self.members:
            # Order must not matter; scrambling keeps {1, 4} and {2, 3} apart.
            part = member_hash(w_member)
            total += intmask((part ^ (part >> 17) ^ 89869747) * 3644798167)
        return intmask(total)

    def display(self, builder):
        builder.append('Set([')
        first = True
        for w_member in self.members:
            if not first:
                builder.append(', ')
            first = False
            w_member.display(builder)
        builder.append('])')


def empty_set():
    """A new set without members."""
    return W_Set(new_members())


def new_set(items_w):
    """A set of the kept ``items_w`` ([W_Root]); of equal ones the first."""
    w_set = empty_set()
    for w_item in items_w:
        w_set.add(w_item)
    return w_set
