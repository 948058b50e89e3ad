"""Sets: distinct values in the order in which they came (builtins-data.md section 12).

Membership is the equality of the language, but floats are compared exactly (decision 37).
"""

from ruffinterp.builtins.arrays import handed_out
from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.sets import W_Set, empty_set
from ruffinterp.objects.booleans import wrap_bool


@builtin('Set', 'array?', count='Set constructor takes at most 1 argument',
         mistyped='Set constructor requires an array argument')
def new_set(w_array):
    "Set([array]) -> set of the distinct items of the array."
    w_result = empty_set()
    if w_array is not None:
        index = 0
        while index < w_array.length():
            w_result.add(handed_out(w_array.get(index)))
            poll(index)
            index += 1
    return w_result


@builtin('set_add', 'set updates', 'any keeps')
def set_add(w_set, w_item):
    "set_add(set, item) -> set with the item."
    w_set.add(w_item)
    return w_set


@builtin('set_has', 'set', 'any')
def set_has(w_set, w_item):
    "set_has(set, item) -> bool: whether the item is a member."
    return wrap_bool(w_set.has(w_item))


@builtin('set_remove', 'set updates', 'any')
def set_remove(w_set, w_item):
    "set_remove(set, item) -> set without the item."
    w_set.remove(w_item)
    return w_set


@builtin('set_union', 'set updates', 'set')
def set_union(w_set, w_other):
    "set_union(a, b) -> set of the members of a, then those that only b has."
    members_w = w_other.items_w()
    for index in range(len(members_w)):
        if w_set.add(members_w[index]):
            members_w[index].mark_shared()
        poll(index)
    return w_set


@builtin('set_intersect', 'set', 'set')
def set_intersect(w_set, w_other):
    "set_intersect(a, b) -> set of the members of a that b has too."
    return _selected(w_set, w_other, True)


@builtin('set_difference', 'set', 'set')
def set_difference(w_set, w_other):
    "set_difference(a, b) -> set of the members of a that b does not have."
    return _selected(w_set, w_other, False)


def _selected(w_set, w_other, in_other):
    """The members of a set that are, or are not, in another one."""
    members_w = w_set.items_w()
    w_result = empty_set()
    for index in range(len(members_w)):
        w_member = members_w[index]
        if w_other.has(w_member) == in_other:
            w_result.add(handed_out(w_member))
        poll(index)
    return w_result


@builtin('set_to_array', 'set')
def set_to_array(w_set):
    "set_to_array(set) -> array of the members, in the order in which they came."
    return w_set.to_array()
