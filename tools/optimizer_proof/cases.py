"""Traces that were optimized wrongly, as the campaign has printed them.

The name of a case is that of the correction in tools/toolchain_patches that
makes it right.
"""
from tools import toolchain_patches
from tools.optimizer_proof.compare import Inputs, check
from tools.optimizer_proof.traces import parse

CASES = {
    'patch_stores_forced_by_the_jump': '''
[i0, i1, i2, i3]
i4 = int_gt(i0, 0)
guard_true(i4) []
i5 = int_sub(i0, 1)
i6 = int_ge(i3, 7)
guard_true(i6) []
i7 = getfield_gc_i(node_x, descr=node_value)
setfield_gc(pair_x, i7, descr=pair_left)
guard_future_condition() []
jump(i5, i6, i4, i3)
with 4, 0, 0, 9 | 0
''',
    'patch_bounds_of_wrapping_arithmetic': '''
[i0]
i1 = int_add(i0, 1)
i2 = int_lt(i1, 0)
guard_true(i2) []
i3 = int_lt(i0, 0)
call_n(function(keep_integer), i3)
finish(i0)
with -5 | 0
with 9223372036854775807 | 0
''',
    'patch_inverses_of_float_comparisons': '''
[i0, f0]
i1 = float_lt(f0, 1.0)
guard_false(i1) []
i2 = float_ge(f0, 1.0)
finish(i2)
with 0, 2.0 | 0
with 0, nan | 0
''',
    'patch_reuse_of_unchecked_results': '''
[i0]
i1 = int_add(i0, 1)
i2 = int_add_ovf(i0, 1)
guard_no_overflow() [i0, i1]
finish(i2)
with 3 | 0
with 9223372036854775807 | 0
''',
    'patch_overflows_of_constants': '''
[i2]
i6 = int_sub_ovf(1, i2)
guard_no_overflow() []
i12 = int_mul(1, -9223372036854775807)
guard_future_condition() []
jump(i12)
with 0 | 0
''',
    'patch_guards_of_floats': '''
[i0, f2]
i6 = int_gt(i0, 0)
guard_true(i6) [i0]
i7 = int_sub(i0, 1)
f11 = float_neg(f2)
guard_value(f11, 9.3e+18) []
guard_future_condition() []
jump(i7, f11)
with 3, -9.3e+18 | 0
''',
    'patch_impossible_indices': '''
[i0, i1]
i2 = int_gt(i0, 0)
guard_true(i2) []
p3 = getarrayitem_gc_r(nodes_x, i1, descr=nodes)
i4 = uint_rshift(-9223372036854775808, 5)
guard_future_condition() []
jump(i1, i4)
with 2, 0 | 0
''',
    'patch_bounds_with_one_value': '''
[i0, i1]
i5 = int_gt(i0, 0)
guard_true(i5) [i1]
i10 = int_is_true(i1)
i13 = call_pure_i(function(py_div), i10, 4611686018427387905)
guard_future_condition() []
jump(i1, i13)
with 3, 0 | 0
''',
}


def split(text):
    """(Trace, list of Inputs) of a case."""
    rows = [row for row in text.strip().splitlines() if not row.startswith('#')]
    inputs = []
    for row in rows:
        if row.startswith('with '):
            values, variant = row[len('with '):].split('|')
            values = [one.strip() for one in values.split(',') if one.strip()]
            inputs.append(Inputs(values, int(variant)))
    return parse('\n'.join(row for row in rows if not row.startswith('with '))), inputs


def difference_of(name):
    """The Difference that a case shows, None if it is optimized rightly."""
    trace, inputs = split(CASES[name])
    return check(trace, inputs)


def show(name):
    """Prints whether a case shows a difference, with the corrections that the environment leaves."""
    toolchain_patches.apply_patches()
    difference = difference_of(name)
    print 'right' if difference is None else 'found %s: %s' % (difference.kind, difference.text)
