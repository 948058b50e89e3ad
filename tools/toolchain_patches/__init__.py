"""Corrections to rpython 0.2.1, applied in memory before a translation.

Each function corrects one fault of that release that docs/toolchain.md lists;
the docstring names its upstream fix. A current toolchain has the fixes, and
`apply_patches` leaves it alone but for PATCHES_OF_EVERY_TOOLCHAIN. The tests
are in tools/test.
"""
import os

import rpython

from tools.toolchain_patches import arithmetic, collector, containment, contradictions, heap, lists, tracing, unrolling


def is_release_0_2_1():
    """Tells whether the toolchain is the released one (rlib/rutf8.py is newer).

    Returns a bool.
    """
    package = os.path.dirname(rpython.__file__)
    return not os.path.exists(os.path.join(package, "rlib", "rutf8.py"))


PATCHES = [
    tracing.patch_nonstandard_virtualizables,
    tracing.patch_writes_to_constants,
    arithmetic.patch_knowledge_about_emitted_operations,
    tracing.patch_constants_of_jitcodes,
    heap.patch_stores_to_immutable_fields,
    collector.patch_write_barrier_before_copy,
    arithmetic.patch_conversions_of_float_bits,
    heap.patch_repeated_reads_of_array_items,
    arithmetic.patch_bounds_of_wrapping_arithmetic,
    arithmetic.patch_smallest_int_is_no_power_of_two,
    arithmetic.patch_reuse_of_unchecked_results,
    unrolling.patch_guards_of_an_abandoned_jump,
    heap.patch_unset_fields_of_constants,
    heap.patch_large_indices_in_resume_data,
    contradictions.patch_impossible_indices,
    contradictions.patch_guards_of_booleans,
    contradictions.patch_guards_of_classes,
]

PATCHES_OF_EVERY_TOOLCHAIN = [
    collector.patch_fatal_shortage_of_memory,
    lists.patch_appends_without_room,
    tracing.patch_inputs_longer_than_a_new_trace,
    unrolling.patch_reads_of_another_type,
    unrolling.patch_names_invented_by_the_jump,
    unrolling.patch_stores_forced_by_the_jump,
    unrolling.patch_arguments_added_by_the_jump,
    arithmetic.patch_inverses_of_float_comparisons,
    arithmetic.patch_overflows_of_constants,
    arithmetic.patch_guards_of_floats,
    unrolling.patch_bounds_with_one_value,
    heap.patch_fields_copied_into_constants,
    containment.patch_starts_of_traces,
    containment.patch_costs_of_aborted_traces,
    containment.patch_assertions_that_are_caught,
    containment.patch_faults_of_the_compiler,
]

_applied = []


def apply_patches():
    """Applies every correction once; a newer toolchain needs but few.

    The tests of the corrections name some to be left out in the environment
    variable RUFF_WITHOUT_PATCHES, separated by commas.
    """
    if _applied:
        return
    patches = PATCHES_OF_EVERY_TOOLCHAIN
    if is_release_0_2_1():
        patches = patches + PATCHES
    left_out = os.environ.get("RUFF_WITHOUT_PATCHES", "").split(",")
    for patch in patches:
        if patch.__name__ in left_out:
            continue
        patch()
        _applied.append(patch)
