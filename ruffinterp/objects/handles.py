"""Which process a handle belongs to (decision 33).

``parallel_map`` runs its function in processes that are copies of this one.  What a handle stands
for is not copied with it, so a handle made before the copy must not be used there.
"""

from ruffinterp.objects.errors import RuffError


class ProcessState(object):
    """``generation``: how many times this process was copied from its parent."""
    _immutable_fields_ = ['generation?']

    def __init__(self):
        self.generation = 0


process_state = ProcessState()


def check_generation(generation, kind):
    """Raise RuffError if a handle of a kind (str) was made in the process that was copied."""
    if generation != process_state.generation:
        raise made_outside(kind)


def made_outside(kind):
    return RuffError('A %s made outside cannot be used inside parallel_map' % kind)
