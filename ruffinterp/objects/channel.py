"""Channels (language.md 11.4)."""

from ruffinterp.objects.base import W_Root
from ruffinterp.objects.handles import check_generation, process_state
from ruffinterp.objects.queues import W_Queue


class W_Channel(W_Root):
    """A shared FIFO queue without bound."""
    _immutable_fields_ = ['queue', 'generation']
    type_word = 'channel'

    def __init__(self):
        self.queue = W_Queue([])
        self.generation = process_state.generation

    def send(self, w_value):
        """Put in a kept value."""
        check_generation(self.generation, self.type_word)
        self.queue.enqueue(w_value)

    def receive(self):
        """The oldest value, None if there is none."""
        check_generation(self.generation, self.type_word)
        return self.queue.dequeue()
