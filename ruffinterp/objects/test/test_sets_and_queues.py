import random
from collections import OrderedDict, deque

import pytest

from ruffinterp.objects.function import W_Builtin, W_Function
from ruffinterp.objects.hashing import member_hash, same_member
from ruffinterp.objects.queues import W_Queue, W_Stack, new_queue, new_stack
from ruffinterp.objects.sets import W_Set, empty_set, new_set
from ruffinterp.objects.test.host import shown, unwrap, wrap
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag, w_none


def set_of(*items):
    return new_set([wrap(item) for item in items])


def items_of(w_collection):
    return [unwrap(w_item) for w_item in w_collection.items_w()]


class NamedBuiltin(W_Builtin):
    def __init__(self, name):
        self.name = name


A_FUNCTION = W_Function(None, [])

CLASSES_OF_MEMBERS = [
    [wrap(1), wrap(1.0)], [wrap(True)], [wrap('1')], [wrap(0), wrap(-0.0), wrap(0.0)],
    [wrap(0.1)], [wrap(0.1 + 2e-17)], [wrap(None)], [wrap(10 ** 30), wrap(10 ** 30)],
    [wrap(2 ** 70), wrap(2.0 ** 70)], [wrap(2 ** 53 + 1)], [wrap(2 ** 53), wrap(2.0 ** 53)],
    [wrap(float('inf')), wrap(float('inf'))], [wrap(float('-inf'))],
    [wrap([1, 2]), wrap([1.0, 2])], [wrap([2, 1])], [wrap([])], [wrap({})], [wrap([0.5])],
    [wrap({'a': 1, 'b': [2]}), wrap({'b': [2.0], 'a': 1})], [wrap({'a': 1})],
    [wrap({'': 'P', 'x': 1}), wrap({'': 'P', 'x': 1.0})], [wrap({'': 'Q', 'x': 1})],
    [W_Result(True, wrap(1)), W_Result(True, wrap(1.0))], [W_Result(False, wrap(1))],
    [W_Option(wrap(1)), W_Option(wrap(1))], [w_none, W_Option(None)],
    [W_EnumValue(get_tag('A::B'), [wrap(1)]), W_EnumValue(get_tag('A::B'), [wrap(1.0)])],
    [W_EnumValue(get_tag('A::B'), [])], [W_EnumValue(get_tag('A::C'), [])],
    [set_of(1, 2), set_of(2, 1.0)], [set_of(1)], [new_queue([wrap(1)]), new_queue([wrap(1)])],
    [new_stack([wrap(1)]), new_stack([wrap(1)])], [NamedBuiltin('len'), NamedBuiltin('len')],
    [NamedBuiltin('map')], [A_FUNCTION, A_FUNCTION], [W_Function(None, [])],
]


def test_hash_and_equality_of_members_go_together():
    for left_class in CLASSES_OF_MEMBERS:
        for right_class in CLASSES_OF_MEMBERS:
            for w_left in left_class:
                for w_right in right_class:
                    same = left_class is right_class
                    assert same_member(w_left, w_right) == same
                    if same:
                        assert member_hash(w_left) == member_hash(w_right)


def test_set_of_all_kinds():
    w_set = empty_set()
    for members in CLASSES_OF_MEMBERS:
        for index, w_member in enumerate(members):
            assert w_set.add(w_member) == (index == 0)
    assert w_set.length() == len(CLASSES_OF_MEMBERS)
    for members in CLASSES_OF_MEMBERS:
        for w_member in members:
            assert w_set.has(w_member)


def test_nan_is_no_member():
    nan = float('nan')
    assert not same_member(wrap(nan), wrap(nan))
    w_set = set_of(nan, nan)
    assert w_set.length() == 2 and not w_set.has(wrap(nan))


def test_set_order_and_display():
    w_set = set_of(2, 1, 2.0, 'a')
    assert items_of(w_set) == [2, 1, 'a']
    assert w_set.remove(wrap(2)) and not w_set.remove(wrap(2))
    w_set.add(wrap(2))
    assert shown(w_set) == 'Set([1, a, 2])'
    assert shown(empty_set()) == 'Set([])'
    assert unwrap(w_set.to_array()) == [1, 'a', 2]
    assert w_set.is_truthy() and empty_set().is_truthy()


def test_equality_of_collections():
    assert set_of(1, 2).equals(set_of(2, 1)) and set_of().equals(set_of())
    assert not set_of(1, 2).equals(set_of(1, 3)) and not set_of(1).equals(set_of(1, 2))
    for make in (new_queue, new_stack):
        assert make([wrap(1), wrap(2)]).equals(make([wrap(1), wrap(2.0)]))
        assert not make([wrap(1), wrap(2)]).equals(make([wrap(2), wrap(1)]))
        assert not make([wrap(1)]).equals(make([]))
    assert not new_queue([]).equals(new_stack([]))
    assert not set_of().equals(new_queue([]))


def test_queue_after_dequeue_is_compared_and_shown_from_its_front():
    w_queue = new_queue([wrap(1), wrap(2), wrap(3)])
    assert unwrap(w_queue.dequeue()) == 1
    assert shown(w_queue) == 'Queue([2, 3])'
    assert w_queue.equals(new_queue([wrap(2), wrap(3)]))
    assert new_queue([wrap(2), wrap(3)]).equals(w_queue)
    assert unwrap(w_queue.peek()) == 2 and w_queue.length() == 2
    assert unwrap(w_queue.to_array()) == [2, 3]


def test_stack():
    w_stack = new_stack([wrap(1)])
    w_stack.push(wrap(2))
    assert shown(w_stack) == 'Stack([1, 2])' and unwrap(w_stack.peek()) == 2
    assert unwrap(w_stack.pop()) == 2 and unwrap(w_stack.pop()) == 1
    assert w_stack.pop() is None and w_stack.peek() is None
    assert w_stack.is_truthy()


def test_queue_keeps_no_garbage():
    w_queue = new_queue([])
    assert w_queue.dequeue() is None and w_queue.peek() is None
    for number in range(10000):
        w_queue.enqueue(wrap(number))
        if number >= 10:
            assert unwrap(w_queue.dequeue()) == number - 10
    assert w_queue.length() == 10
    assert len(w_queue.items) < 100


def test_random_queue_operations_agree_with_deque():
    source = random.Random(3)
    w_queue, model = new_queue([]), deque()
    for _ in range(5000):
        if source.randrange(1000) < 520:
            number = source.randrange(100)
            w_queue.enqueue(wrap(number))
            model.append(number)
        else:
            w_item = w_queue.dequeue()
            if model:
                assert unwrap(w_item) == model.popleft()
            else:
                assert w_item is None
        assert w_queue.length() == len(model)
    assert items_of(w_queue) == list(model)


def test_random_set_operations_agree_with_a_dict():
    source = random.Random(4)
    w_set, model = empty_set(), OrderedDict()
    for _ in range(3000):
        item = source.choice([source.randrange(40), str(source.randrange(40))])
        if source.randrange(2):
            assert w_set.add(wrap(item)) == (item not in model)
            model.setdefault(item)
        else:
            assert w_set.remove(wrap(item)) == (item in model)
            model.pop(item, None)
        if source.randrange(50) == 0:
            w_set = w_set.shallow_copy()
        assert w_set.length() == len(model)
    assert items_of(w_set) == list(model)


@pytest.mark.parametrize('make', [new_set, new_queue, new_stack])
def test_copies_share_container_items(make):
    w_item = wrap([1])
    w_collection = make([w_item])
    w_copy = w_collection.shallow_copy()
    assert w_copy.is_exclusive() and not w_item.is_exclusive()
    assert w_copy.equals(w_collection)
    w_other = wrap([2])
    make([w_other]).to_array()
    assert not w_other.is_exclusive()


def test_type_words():
    assert (W_Set.type_word, W_Queue.type_word, W_Stack.type_word) == ('set', 'queue', 'stack')
