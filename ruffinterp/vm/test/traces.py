"""What compiled code consists of: traces, and all traces of a program.  Knows no toolchain."""

# Operations that leave no machine code, or none that counts.
BOOKKEEPING = ['debug_merge_point', 'enter_portal_frame', 'leave_portal_frame', 'label',
               'guard_not_invalidated', 'keepalive']

ALLOCATIONS = ['new', 'new_with_vtable', 'new_array', 'new_array_clear', 'newstr', 'newunicode']


class Trace(object):
    """A compiled loop or bridge.

    ``locations``: what it runs, as the driver prints it.  ``operations``: the names of the
    operations of one round: those behind the last label, of a trace without label all.
    """

    def __init__(self, operations, locations, ends_in_jump, has_label):
        self.operations = operations
        self.locations = locations
        self.is_loop = ends_in_jump and has_label

    def count(self, *prefixes):
        """How many operations have a name that is, or continues with _, one of ``prefixes``."""
        found = 0
        for name in self.operations:
            for prefix in prefixes:
                if name == prefix or name.startswith(prefix + '_'):
                    found += 1
        return found

    def allocations(self):
        """How many objects and arrays one round makes."""
        return len([name for name in self.operations if name in ALLOCATIONS])

    def calls(self):
        """How many calls out of the compiled code one round makes."""
        return self.count('call', 'cond_call')

    def size(self):
        """The number of operations that cost something."""
        return len([name for name in self.operations if name not in BOOKKEEPING])

    def mentions(self, text):
        return [location for location in self.locations if location.startswith(text)] != []

    def text(self):
        return '\n'.join(self.locations + self.operations)


class CompiledProgram(object):
    """All traces of one program."""

    def __init__(self, traces, aborts):
        self.traces = traces
        self.aborts = aborts

    def loop(self, function):
        """The one loop that starts in ``function``; the last one, when it was compiled again."""
        found = [trace for trace in self.traces
                 if trace.is_loop and trace.locations[0].startswith(function + ':')]
        assert found, 'no loop in %s: %s' % (function, [t.locations[:1] for t in self.traces])
        return found[-1]

    def loop_at(self, position):
        """The one loop that starts at ``position``: function:line."""
        found = [trace for trace in self.traces
                 if trace.is_loop and trace.locations[0].startswith(position + ' ')]
        assert found, 'no loop at %s: %s' % (position, [t.locations[:1] for t in self.traces])
        return found[-1]

    def callback_loop(self, builtin):
        """The loop of a builtin that calls back."""
        found = [trace for trace in self.traces
                 if trace.is_loop and trace.locations[0].startswith(builtin + ' with ')]
        assert found, 'no loop in %s: %s' % (builtin, [t.locations[:1] for t in self.traces])
        return found[-1]

    def count(self, *prefixes):
        """How many operations there are in all traces together (see Trace.count)."""
        return sum([trace.count(*prefixes) for trace in self.traces])
