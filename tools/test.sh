#!/bin/sh
# Runs every test, layer by layer; stops at the first layer that fails.  Each layer prints its time.
# Two rows of layers run beside each other, one on each of two processors, until the binary is there.
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

second_row() {
    layer "translation" tools/translate.sh
    layer "rules of the optimizer" tools/prove_rules.sh
    layer "trace tests" $pytest -m jit ruffinterp
}

wait_for_second_row() {
    (while sleep 30; do tail -n 1 "$build/second-row.out"; done) &
    ticker=$!
    status=0
    wait "$second_row" || status=$?
    kill "$ticker"
    cat "$build/second-row.out"
    return "$status"
}

say "translate, prove the rules and test the traces beside the unit tests; progress in build/second-row.out"
second_row >"$build/second-row.out" 2>&1 &
second_row=$!
trap 'kill $second_row 2>/dev/null || true' EXIT

layer "unit tests" $pytest -m "not jit" ruffinterp tools
layer "second row" wait_for_second_row
trap - EXIT
export RUFF_C="$root/ruff-c" RUFF_REQUIRE_BINARY=1
layer "programs" $pytest tests
say "all layers passed"
