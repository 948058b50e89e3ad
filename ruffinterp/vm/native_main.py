"""The C `main` of the binary, seen from RPython.

The translated program is renamed to `ruff_main`; native_main.c starts it on a
stack of `build_constants.STACK_BYTES`, on one thread, with every signal
blocked in the original thread. SIGINT sets a flag and, so that recursion
without a loop notices too, sets the limit of the stack check to zero.

How the interpreter uses it:

* on every backward jump: `if interrupt_requested(): ...`. In a trace this is
  one load from a constant address and one guard.
* where a StackOverflow is caught: `if interrupt_requested()`, it is Ctrl-C and
  no overflow.
* in both cases call `clear_interrupt()` first, which also puts the limit of
  the stack check back, then unwind (tooling.md 9, exit code 130).

A program that is never told (`touch_native_main` not reached from its entry
point) keeps the toolchain's own `main`.
"""
import os

from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.annlowlevel import llstr
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.rtyper.lltypesystem.rstr import copy_string_to_raw
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from ruffinterp.vm import build_constants

_HERE = os.path.dirname(os.path.abspath(__file__))

compilation_info = ExternalCompilationInfo(
    includes=["native_main.h"],
    include_dirs=[_HERE, str(cdir)],
    separate_module_files=[os.path.join(_HERE, "native_main.c")],
    compile_extra=build_constants.COMPILER_FLAGS + [
        "-DPYPY_MAIN_FUNCTION=ruff_main",
        "-DRUFF_STACK_BYTES=%dL" % build_constants.STACK_BYTES,
        "-DRUFF_STACK_RESERVE_BYTES=%dL" % build_constants.STACK_RESERVE_BYTES,
        "-DRUFF_OTHER_BYTES=%dL" % build_constants.OTHER_BYTES_AT_START,
        "-DRUFF_PENDING_BYTES=%d" % build_constants.PENDING_BYTES,
        "-DRUFF_PATIENCE_MICROSECONDS=%d" % build_constants.PATIENCE_MICROSECONDS,
        "-DRUFF_INTERRUPTED_STATUS=%d" % build_constants.INTERRUPTED_STATUS,
        "-DRUFF_HEAP_BLOCK_BYTES=%d" % build_constants.HEAP_BLOCK_BYTES,
        "-DRUFF_HEAP_KEPT_BYTES=%d" % build_constants.HEAP_KEPT_BYTES,
    ],
    link_extra=build_constants.LINKER_FLAGS,
)

INTERRUPT_FLAG = lltype.Struct(
    "ruff_interrupt_flag", ("c_value", lltype.Signed),
    hints={"c_name": "ruff_interrupt_flag", "external": "C"})

PENDING_OUTPUT = lltype.Struct(
    "ruff_pending_output", ("c_length", lltype.Signed),
    ("c_descriptor", lltype.Signed), ("c_data", rffi.CCHARP),
    hints={"c_name": "ruff_pending_output", "external": "C"})

# Stands for the C variable wherever there is no C: in tests, and in flow
# graphs that are interpreted instead of compiled.
_untranslated_flag = lltype.malloc(
    INTERRUPT_FLAG, flavor="raw", zero=True, immortal=True)

_untranslated_output = lltype.malloc(
    PENDING_OUTPUT, flavor="raw", zero=True, immortal=True)
_untranslated_output.c_data = lltype.malloc(
    rffi.CCHARP.TO, build_constants.PENDING_BYTES, flavor="raw", immortal=True)


def _untranslated_address():
    return _untranslated_flag


def _untranslated_clear():
    _untranslated_flag.c_value = 0


def _untranslated_output_address():
    return _untranslated_output


def _do_nothing():
    pass


def _external(name, result, untranslated, **options):
    return rffi.llexternal(
        name, [], result, compilation_info=compilation_info,
        sandboxsafe=True, _nowrapper=True, _callable=untranslated, **options)


# Elidable: the JIT folds the call into the address.
_interrupt_address = _external(
    "ruff_interrupt_address", lltype.Ptr(INTERRUPT_FLAG),
    _untranslated_address, elidable_function=True)
_pending_output = _external(
    "ruff_pending_output_address", lltype.Ptr(PENDING_OUTPUT),
    _untranslated_output_address)
_clear_interrupt = _external(
    "ruff_clear_interrupt", lltype.Void, _untranslated_clear)
_restore_stack_limit = _external(
    "ruff_restore_stack_limit", lltype.Void, _do_nothing)

_end_out_of_memory = _external(
    "ruff_end_out_of_memory", lltype.Void, _do_nothing)


def end_out_of_memory():
    """Ends the process with the message of decision 36; allocates nothing.

    For the collector, when not even a MemoryError could be raised any more.
    """
    _end_out_of_memory()


def keep_output(descriptor, text):
    """Keeps ``text`` (bytes) for a later `take_output`, if there is room.

    Returns a bool, False if nothing was kept. Whatever is kept is written to
    ``descriptor`` if the process ends for want of memory.
    """
    pending = _pending_output()
    length = pending.c_length
    if len(text) > build_constants.PENDING_BYTES - length:
        return False
    copy_string_to_raw(llstr(text), rffi.ptradd(pending.c_data, length), 0, len(text))
    pending.c_length = length + len(text)
    pending.c_descriptor = descriptor
    return True


def take_output():
    """The bytes that were kept, which are forgotten."""
    pending = _pending_output()
    if pending.c_length == 0:
        return ""
    text = rffi.charpsize2str(pending.c_data, pending.c_length)
    pending.c_length = 0
    return text


def interrupt_requested():
    """Tells whether SIGINT has come since the last `clear_interrupt()`.

    Returns a bool. False in an untranslated run, where the host raises
    KeyboardInterrupt by itself.
    """
    if we_are_translated():
        return _interrupt_address().c_value != 0
    return False


def clear_interrupt():
    """Takes note of the interrupt: clears the flag, restores the stack limit.

    A SIGINT that arrives meanwhile is kept.
    """
    if we_are_translated():
        _clear_interrupt()


def restore_stack_limit():
    """Puts the limit of the stack check back and leaves the flag set.

    For code that must make calls between noticing an interrupt and
    handling it.
    """
    if we_are_translated():
        _restore_stack_limit()


def touch_native_main():
    """Makes the translator link native_main.c; call it from the entry point.

    Returns whether an interrupt was requested before the program began.
    """
    return interrupt_requested()
