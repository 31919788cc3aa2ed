# Everything sets itself up: the first call makes a virtual environment and installs what is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: serve test lint check fix bench generate clean

serve: $(VENV)/installed
	@exec $(BIN)/fakestodon serve $(ARGS)

test: $(VENV)/installed
	$(BIN)/pytest -n auto $(ARGS)

lint: $(VENV)/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/generate.py --check

check: lint test

fix: $(VENV)/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/generate.py

generate: $(VENV)/installed
	$(BIN)/python scripts/generate.py

bench: $(VENV)/installed
	$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf $(VENV) dist

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@# Where Python is told to write no bytecode, as in many containers, every start would compile anew.
	@$(BIN)/python -m compileall -q mockserver clientkit contracts
	@touch $@
