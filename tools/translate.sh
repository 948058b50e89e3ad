#!/bin/sh
# Builds ./ruff-c unless it is newer than every source; --lldebug builds ./ruff-c-debug.
# RPYTHON=dir takes a checkout of the toolchain instead of the package.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. tools/step.sh

binary=ruff-c
options=
if [ "${1:-}" = --lldebug ]; then
    binary=ruff-c-debug
    options=--lldebug
fi
if [ -n "${RPYTHON:-}" ]; then
    [ -d "$RPYTHON/rpython" ] || fail "RPYTHON=$RPYTHON holds no folder rpython"
    options="$options --toolchain=$RPYTHON"
fi
sources="targetruff.py tools/translate.py tools/toolchain_patches.py requirements ruffinterp"
if [ -x "$binary" ] && [ -z "$(find $sources -newer "$binary" -type f \
        ! -path '*/test/*' ! -path '*/.cache/*' ! -name '*.pyc' | head -n 1)" ]; then
    say "./$binary is up to date"
    exit 0
fi
say "translate ./$binary (five to fifteen minutes)"
.venv/bin/python tools/translate.py --output="$root/$binary" $options targetruff.py
say "./$binary is built"
