# Everything that the targets need is set up in the checkout; see README.md.

PROG ?= examples/tour.ruff
ARGS ?=
SECONDS ?= 600
PROGRAMS ?= 20000
COUNT ?= 100000
SEED ?= $(shell date +%s)
PYTEST = .venv/bin/python -m pytest -q -p no:cacheprovider --assert=plain

.PHONY: run test check translate translate-debug test-debug fuzz proof bench bench-setup setup clean help

run: translate  ## build ./ruff-c and run a program: PROG=file.ruff ARGS='...'
	./ruff-c $(PROG) $(ARGS)

test: setup  ## run every test: untranslated, traces, and programs on the binary
	@tools/test.sh

check: setup  ## run the untranslated tests only
	$(PYTEST) -m "not jit" ruffinterp tools

translate: setup  ## build ./ruff-c when a source has changed
	@tools/translate.sh

translate-debug: setup  ## build ./ruff-c-debug, which checks every index
	@tools/translate.sh --lldebug

test-debug: translate-debug  ## run the programs on ./ruff-c-debug
	RUFF_C=$(CURDIR)/ruff-c-debug RUFF_REQUIRE_BINARY=1 $(PYTEST) tests/test_language.py

fuzz: translate  ## random programs and bad input for a while: SECONDS=600 SEED=...
	.venv/bin/python tests/fuzz.py $(SECONDS) $(SEED)

proof: translate  ## prove the JIT: COUNT=100000 random traces, PROGRAMS=20000 random programs, SEED=...
	tools/proof.sh $(COUNT) $(SEED) $(PROGRAMS)

bench: translate  ## compare with other languages; results in benchmarks/results/
	python3 benchmarks/run.py

bench-setup:  ## install the other languages
	@benchmarks/setup.sh

setup:
	@tools/setup.sh

clean:  ## remove everything that was built or fetched
	rm -rf build .venv .toolchain ruff-c ruff-c-debug
	find . -name '*.pyc' -delete

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /  \1\t/p' Makefile | expand -t 20
