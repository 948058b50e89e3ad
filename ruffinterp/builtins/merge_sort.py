"""Stable merge sort over RPython lists.

``make_merge_sort`` makes a sort for one element type.  It leaves a permutation of its input,
whatever the comparison says: a method of the program may say anything (decision 42).  An error in
the comparison ends the sort.

Short blocks are sorted by insertion from the right end.
"""

from ruffinterp.builtins.polling import POLL_INTERVAL
from ruffinterp.vm.interrupts import poll_now

BLOCK_LENGTH = 20


def make_merge_sort(comes_before, name, sort_long=None, long_length=0):
    """Return ``sort(items)``, which sorts a list in place.

    ``comes_before(a, b)`` -> bool is the strict order.  The list is private to the caller.
    ``sort_long(items)`` takes over for lists of ``long_length`` or more that have no order yet.
    """

    def order_of(items):
        # 1: nothing to do, -1: strictly descending, 0: neither.
        count = len(items)
        if count < 2:
            return 1
        descending = comes_before(items[1], items[0])
        index = 2
        while index < count:
            if comes_before(items[index], items[index - 1]) != descending:
                return 0
            index += 1
        if descending:
            return -1
        return 1

    def reverse(items):
        left = 0
        right = len(items) - 1
        while left < right:
            item = items[left]
            items[left] = items[right]
            items[right] = item
            left += 1
            right -= 1

    def insertion_sort(items, start, stop):
        index = start + 1
        while index < stop:
            item = items[index]
            hole = index
            while hole > start and comes_before(item, items[hole - 1]):
                items[hole] = items[hole - 1]
                hole -= 1
            items[hole] = item
            index += 1

    def copy_items(source, start, stop, target):
        while start < stop:
            target[start] = source[start]
            start += 1

    def merge(source, target, left, middle, stop):
        # Merges source[left:middle] and source[middle:stop] into the same places of target.
        if middle >= stop or not comes_before(source[middle], source[middle - 1]):
            copy_items(source, left, stop, target)
            return
        right = middle
        out = left
        left_item = source[left]
        right_item = source[right]
        while True:
            if comes_before(right_item, left_item):
                target[out] = right_item
                out += 1
                right += 1
                if right == stop:
                    break
                right_item = source[right]
            else:
                target[out] = left_item
                out += 1
                left += 1
                if left == middle:
                    break
                left_item = source[left]
        while left < middle:
            target[out] = source[left]
            left += 1
            out += 1
        while right < stop:
            target[out] = source[right]
            right += 1
            out += 1

    def merge_blocks(items):
        count = len(items)
        source = items
        target = items[:]
        width = BLOCK_LENGTH
        unpolled = 0
        while width < count:
            left = 0
            while left < count:
                middle = min(left + width, count)
                stop = min(middle + width, count)
                merge(source, target, left, middle, stop)
                unpolled += stop - left
                if unpolled >= POLL_INTERVAL:
                    unpolled = 0
                    poll_now()
                left = stop
            source, target = target, source
            width *= 2
        if source is not items:
            copy_items(source, 0, count, items)

    def sort(items):
        order = order_of(items)
        if order > 0:
            return
        if order < 0:
            reverse(items)
            return
        count = len(items)
        if sort_long is not None and count >= long_length:
            sort_long(items)
            return
        start = 0
        while start < count:
            stop = min(start + BLOCK_LENGTH, count)
            insertion_sort(items, start, stop)
            start = stop
        if count > BLOCK_LENGTH:
            merge_blocks(items)

    for function in (order_of, reverse, insertion_sort, copy_items, merge, merge_blocks, sort):
        function.func_name = '%s_%s' % (name, function.func_name)
    return sort
