"""Functions on all processors at once (builtins-system.md 19.6, decision 33)."""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.rtyper.tool import rffi_platform
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from ruffinterp.builtins.promises import check_limit
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import array_or_none
from ruffinterp.objects.array import empty_array
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import W_Callable
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.promise import resolved_promise
from ruffinterp.objects.booleans import w_null
from ruffinterp.stdlib.worker_pool import start_pool

compilation_info = ExternalCompilationInfo(includes=['unistd.h'])


class Configuration(object):
    _compilation_info_ = compilation_info
    PROCESSORS_ONLINE = rffi_platform.ConstantInteger('_SC_NPROCESSORS_ONLN')


PROCESSORS_ONLINE = rffi_platform.configure(Configuration)['PROCESSORS_ONLINE']

c_sysconf = rffi.llexternal('sysconf', [rffi.INT], rffi.LONG, compilation_info=compilation_info)

MOST_WORKERS = 64


def processor_count():
    """How many processors there are, at least 1."""
    count = rffi.cast(lltype.Signed, c_sysconf(rffi.cast(rffi.INT, PROCESSORS_ONLINE)))
    return max(1, min(count, MOST_WORKERS))


@jit.dont_look_inside
def run_parallel(name, w_items, w_function, w_limit, keeps_results):
    """The promise of the results of ``f(item)`` for all items, in their order."""
    w_array = array_or_none(w_items)
    if w_array is None:
        raise RuffError('%s() first argument must be an array' % name)
    if not isinstance(w_function, W_Callable):
        raise RuffError(
            '%s() second argument must be a callable function; pass a function, closure, or '
            'imported callable value instead of a literal' % name)
    check_limit(name, w_limit)
    if w_array.length() == 0:
        return resolved_promise(empty_array() if keeps_results else w_null)
    count = min(processor_count(), w_array.length())
    if isinstance(w_limit, W_Int):
        count = min(count, w_limit.value)
    return start_pool(w_array, w_function, keeps_results, count).w_promise


@builtin('parallel_map', 'any keeps', 'any keeps', 'any?', effects=True)
def parallel_map(w_items, w_function, w_limit):
    """parallel_map(items, f, [limit]) -> promise: the array of f(item) for all items, computed on
    all processors, or on so many as the limit says."""
    return run_parallel('parallel_map', w_items, w_function, w_limit, True)


@builtin('par_map', 'any keeps', 'any keeps', 'any?', effects=True)
def par_map(w_items, w_function, w_limit):
    "par_map(items, f, [limit]) -> promise: the same as parallel_map."
    return run_parallel('par_map', w_items, w_function, w_limit, True)


@builtin('par_each', 'any keeps', 'any keeps', 'any?', effects=True)
def par_each(w_items, w_function, w_limit):
    "par_each(items, f, [limit]) -> promise: as parallel_map; null instead of the results."
    return run_parallel('par_each', w_items, w_function, w_limit, False)
