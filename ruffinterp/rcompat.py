"""Names that moved between the toolchain's releases; everything else is imported from its place.

docs/toolchain.md: the project translates with rpython 0.2.1 and with a current toolchain.
"""

from rpython.rlib.rbigint import rbigint

try:
    from rpython.rlib.rfloat import copysign, isinf, isnan
except ImportError:
    from math import copysign, isinf, isnan

if hasattr(rbigint, 'get_sign'):
    def bigint_sign(value):
        """-1, 0 or 1 for an rbigint."""
        return value.get_sign()
else:
    def bigint_sign(value):
        """-1, 0 or 1 for an rbigint."""
        return value.sign
