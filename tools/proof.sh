#!/bin/sh
# Proves the JIT.  proof.sh COUNT SEED PROGRAMS: each rule of the trace optimizer by a solver, COUNT
# random traces from SEED on, PROGRAMS random programs on the binary in every mode, and as many
# against the model of values, of which one in ten is of no use.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. tools/step.sh

tools/prove_rules.sh
say "compare $1 traces from seed $2"
.venv/bin/python -m tools.optimizer_proof.campaign "$1" "$2" || fail "traces"
say "compare $3 programs from seed $2"
.venv/bin/python tests/proof.py "$3" "$2" || fail "programs"
say "compare $3 programs with the model of values"
RUFF_VALUE_PROGRAMS=$(($3 * 10 / 9)) RUFF_C="$root/ruff-c" RUFF_REQUIRE_BINARY=1 \
    .venv/bin/python -m pytest -q -p no:cacheprovider --assert=plain tests/test_value_model.py ||
    fail "model of values"
