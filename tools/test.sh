#!/bin/sh
# Runs every test, layer by layer; stops at the first layer that fails.  Each layer prints its time.
# The binary is translated while the untranslated layers run.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build
cd "$root"
. tools/step.sh

pytest="$root/.venv/bin/python -m pytest -q -p no:cacheprovider --assert=plain --durations=12"

# layer NAME COMMAND...: runs one layer.
layer() {
    name=$1
    shift
    layer_start=$(date +%s)
    say "layer: $name"
    "$@" || fail "layer: $name"
    say "layer: $name passed in $(($(date +%s) - layer_start)) s"
}

wait_for_translation() {
    (while sleep 30; do tail -n 1 "$build/translation.out"; done) &
    ticker=$!
    status=0
    wait "$translation" || status=$?
    kill "$ticker"
    tail -n 5 "$build/translation.out"
    return "$status"
}

say "translate in the background; progress in build/translation.out"
tools/translate.sh >"$build/translation.out" 2>&1 &
translation=$!
trap 'kill $translation 2>/dev/null || true' EXIT

layer "unit tests" $pytest -m "not jit" ruffinterp tools
layer "rules of the optimizer" tools/prove_rules.sh
layer "trace tests" $pytest -m jit ruffinterp
layer "translation" wait_for_translation
trap - EXIT
export RUFF_C="$root/ruff-c" RUFF_REQUIRE_BINARY=1
layer "programs" $pytest tests
say "all layers passed"
