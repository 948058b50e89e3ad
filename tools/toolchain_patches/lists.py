"""Corrections of lists."""
from rpython.rtyper.lltypesystem import rlist
from rpython.rtyper.rlist import AbstractListRepr


def patch_appends_without_room():
    """Not corrected in any toolchain: an append that writes behind a list.

    A list that a loop builds gets its room at once, and appending to it does
    not ask whether there is some. That is noted on the type which lists have
    in common once they may be the same, so that a list which is empty on a
    way around the loop hands it on to others: they are not enlarged.
    """
    def rtype_method_append(self, hop):
        return AbstractListRepr.rtype_method_append(self, hop)

    rlist.ListRepr.rtype_method_append = rtype_method_append
