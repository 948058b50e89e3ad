"""Corrections of the garbage collector."""
from rpython.memory.gc import incminimark, minimarkpage
from rpython.rlib import debug

from ruffinterp.vm import native_main


def patch_write_barrier_before_copy():
    """78bbeb93471 and its successors: array copies during a major collection.

    While objects are being marked, an array that was already visited must be
    visited again after a copy into it. The barrier of single stores sees to
    that, so the copy is made item by item then, as it is for arrays that were
    built at translation time.
    """
    original = incminimark.IncrementalMiniMarkGC.writebarrier_before_copy.im_func

    def writebarrier_before_copy(self, source_addr, dest_addr,
                                 source_start, dest_start, length):
        flags = self.header(dest_addr).tid
        if flags & incminimark.GCFLAG_TRACK_YOUNG_PTRS == 0:
            return True
        if self.gc_state == incminimark.STATE_MARKING:
            return False
        if flags & incminimark.GCFLAG_NO_HEAP_PTRS:
            return False
        return original(self, source_addr, dest_addr,
                        source_start, dest_start, length)

    incminimark.IncrementalMiniMarkGC.writebarrier_before_copy = (
        writebarrier_before_copy)


def end_out_of_memory(message):
    """Stands for the collector's own function, which aborts."""
    if message[0] == "m":  # "memory corruption": a fault, not a shortage
        debug.fatalerror(message)
    native_main.end_out_of_memory()


def patch_fatal_shortage_of_memory():
    """The collector ends a program that it cannot serve as decision 36 says.

    That holds for every toolchain: there the process would abort.
    """
    minimarkpage.out_of_memory = end_out_of_memory
    incminimark.out_of_memory = end_out_of_memory
