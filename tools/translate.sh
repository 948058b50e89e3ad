#!/bin/sh
# Builds ./ruff-c unless it is newer than every source; --lldebug builds ./ruff-c-debug.
# tools/toolchain.sh says which toolchain is taken.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
toolchain=$root/.toolchain
build=$root/build
cd "$root"
mkdir -p "$build"
. tools/step.sh
. tools/toolchain.sh

binary=ruff-c
options=
if [ "${1:-}" = --lldebug ]; then
    binary=ruff-c-debug
    options=--lldebug
fi
sources="targetruff.py tools/translate.py tools/toolchain.sh tools/toolchain_patches requirements ruffinterp"
choice="${RPYTHON:-} ${TOOLCHAIN:-}"
# Written when a translation starts, in place when it has ended: what changes meanwhile is newer.
made_from=$build/$binary.choice
if [ -x "$binary" ] && [ "$(cat "$made_from" 2>/dev/null)" = "$choice" ] &&
        [ -z "$(find $sources -newer "$made_from" -type f \
        ! -path '*/test/*' ! -path '*/.cache/*' ! -name '*.pyc' | head -n 1)" ]; then
    say "./$binary is up to date"
    exit 0
fi
choose_toolchain
if [ -n "$checkout" ]; then
    options="$options --toolchain=$checkout"
fi
echo "$choice" >"$made_from.new"
say "translate ./$binary with $toolchain_name (five to fifteen minutes)"
.venv/bin/python tools/translate.py --output="$root/$binary" --name="$toolchain_name" $options targetruff.py
mv "$made_from.new" "$made_from"
say "./$binary is built"
