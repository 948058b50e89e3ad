"""Channels (language.md 11.4, builtins-system.md 18.2)."""

from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.methods import CHANNEL_METHODS
from ruffinterp.vm.scheduler import run_others


@builtin('channel', count='A4', effects=True)
def channel():
    "channel() -> channel: a queue between tasks, without bound."
    return W_Channel()


@builtin('send', 'channel', 'any keeps', count='A1', method_of=CHANNEL_METHODS,
         shown='Channel.send', effects=True)
def send(w_channel, w_value):
    "channel.send(value) -> true: puts a copy in; never waits."
    w_channel.send(w_value)
    return w_true


@builtin('receive', 'channel', count='A1', method_of=CHANNEL_METHODS, shown='Channel.receive',
         calls_back=True, effects=True)
def receive(w_channel):
    "channel.receive() -> any: the oldest value; null if there is none once the others have run."
    w_value = w_channel.receive()
    if w_value is None:
        # Waiting runs others (decision 34).
        run_others()
        w_value = w_channel.receive()
        if w_value is None:
            return w_null
    return w_value
