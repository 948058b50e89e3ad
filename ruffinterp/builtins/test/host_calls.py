"""Callbacks of tests that are functions of the host."""

from ruffinterp.objects.function import W_Builtin


class W_HostFunction(W_Builtin):
    """A callable that runs ``function(self, args_w, owned)`` of the host."""

    def __init__(self, function, arity):
        self.name = 'host function'
        self.function = function
        self.minimum = arity
        self.maximum = arity

    def call_list(self, args_w, owned):
        if len(args_w) != self.minimum:
            raise self.arity_error(len(args_w))
        return self.function(args_w, owned)
