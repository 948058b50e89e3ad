# Everything that the targets need is set up in the checkout; see README.md.

PROG ?= examples/tour.ruff
ARGS ?=
SECONDS ?= 600
SEED ?= $(shell date +%s)
PYTEST = .venv/bin/python -m pytest -q -p no:cacheprovider --assert=plain
TOOLCHAIN_COMMIT = 4eeb73ca959
TOOLCHAIN_REPOSITORY = https://github.com/pypy/pypy

.PHONY: run test check translate translate-debug test-debug fuzz bench bench-setup toolchain-head setup clean help

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

bench: translate  ## compare with other languages; results in benchmarks/results/
	python3 benchmarks/run.py

bench-setup:  ## install the other languages
	@benchmarks/setup.sh

toolchain-head:  ## clone the current toolchain, for RPYTHON=.toolchain/pypy-head
	git clone $(TOOLCHAIN_REPOSITORY) .toolchain/pypy-head
	git -C .toolchain/pypy-head checkout $(TOOLCHAIN_COMMIT)

setup:
	@tools/setup.sh

clean:  ## remove everything that was built or fetched
	rm -rf build .venv .toolchain ruff-c ruff-c-debug
	find . -name '*.pyc' -delete

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /  \1\t/p' Makefile | expand -t 20
