"""Promises that are settled at a time."""


class Timer(object):
    """``expire`` is called at ``deadline`` (nanoseconds of the monotonic clock)."""
    _attrs_ = ['deadline', 'number']

    def __init__(self, deadline):
        self.deadline = deadline
        self.number = 0

    def expire(self):
        raise NotImplementedError

    def is_before(self, other):
        """Earlier, or as early and set before."""
        if self.deadline == other.deadline:
            return self.number < other.number
        return self.deadline < other.deadline


class TimerHeap(object):
    """A binary heap: the timer that expires first is at the top."""

    def __init__(self):
        self.heap = []
        self.count = 0

    def is_empty(self):
        return len(self.heap) == 0

    def add(self, timer):
        timer.number = self.count
        self.count += 1
        heap = self.heap
        position = len(heap)
        heap.append(timer)
        while position > 0:
            parent = (position - 1) >> 1
            if not timer.is_before(heap[parent]):
                break
            heap[position] = heap[parent]
            position = parent
        heap[position] = timer

    def delay(self, now):
        """Nanoseconds until the first timer expires; -1 without one."""
        if self.is_empty():
            return -1
        return max(0, self.heap[0].deadline - now)

    def fire(self, now):
        """Expire all timers up to ``now``; returns whether there was one."""
        fired = False
        while len(self.heap) > 0 and self.heap[0].deadline <= now:
            self._pop().expire()
            fired = True
        return fired

    def _pop(self):
        heap = self.heap
        top = heap[0]
        last = heap.pop()
        size = len(heap)
        if size > 0:
            position = 0
            while True:
                child = 2 * position + 1
                if child >= size:
                    break
                if child + 1 < size and heap[child + 1].is_before(heap[child]):
                    child += 1
                if not heap[child].is_before(last):
                    break
                heap[position] = heap[child]
                position = child
            heap[position] = last
        return top
