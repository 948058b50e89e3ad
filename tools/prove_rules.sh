#!/bin/sh
# Proves each rule of the trace optimizer by a solver, which is installed in .toolchain; Python 3.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. tools/step.sh

solver=.toolchain/proof
if [ ! -e "$solver/ready" ]; then
    say "install the solver"
    python3 -m venv "$solver" || fail "Python 3 makes no venv; install it: apt-get install python3-venv"
    "$solver/bin/pip" install -q --no-deps --require-hashes -r requirements/python3-proof.txt
    touch "$solver/ready"
fi
say "prove the rules"
"$solver/bin/python" tools/optimizer_proof/rules/prove.py || fail "rules of the optimizer"
