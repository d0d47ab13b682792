# make run   the dashboard in the browser; PROJECT=folder opens your own texts, ARGS=... adds options
# make test  every check and every test, a real browser included, on two cores; ARGS=tests/file.py
#            tests that file in one process instead
# Both make what they need the first time (.venv, pinned packages, the gazetteer's index) and only
# check it afterwards. Needs Python 3.11 or newer and make; nothing else. Windows: see README.md.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Python's hash-checked list of packages, then the project itself, in place, with nothing fetched
INSTALL = $(PIP) install -qq --require-hashes --requirement $(1) && \
	$(PIP) install -qq --no-deps --no-build-isolation --editable .

.NOTPARALLEL:
.PHONY: help run test browser check node pytest lock clean

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

run: $(VENV)/.run-ready
	@$(BIN)/dateline gazetteer
	@$(BIN)/dateline serve $(PROJECT) $(ARGS)

test: browser check node pytest

browser: $(VENV)/.test-ready
	@$(BIN)/python tests/chromium.py --install

check: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# All tests: two processes, each taking a file at a time, the browser's first for they last longest
WHOLE := -n 2 --dist loadfile --no-loadscope-reorder

# Node is not required to use or to change Dateline: without it the browser tests still cover the page
node:
	@if command -v node >/dev/null 2>&1; then node --test $(wildcard tests/js/*.test.js); \
	else echo "node is not installed: the JavaScript unit tests are left out"; fi

pytest: $(VENV)/.test-ready
	@$(BIN)/dateline gazetteer
	$(BIN)/python -m pytest $(or $(ARGS),$(WHOLE))

$(VENV)/.created:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		echo "Making $(VENV) with $$("$$python" --version)"; \
		"$$python" -m venv $(VENV) || { echo "This Python cannot make environments;" \
			"on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }; \
		touch $@; exit 0; \
	done; \
	echo "Dateline needs Python 3.11 or newer; found: $$(python3 --version 2>&1 || true)." \
		"Install a newer one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1

$(VENV)/.run-ready: requirements.lock pyproject.toml | $(VENV)/.created
	@echo "Installing the pinned packages; the first time this takes a minute or two"
	@$(call INSTALL,requirements.lock)
	@touch $@

$(VENV)/.test-ready: requirements-test.lock pyproject.toml | $(VENV)/.created
	@echo "Installing the pinned packages and the test tools; the first time this takes a minute or two"
	@$(call INSTALL,requirements-test.lock)
	@touch $@ $(VENV)/.run-ready

# Pins again, for every system and Python that is supported. Needs uv; run after a change of pyproject.toml
COMPILE = printf 'hatchling\neditables\n' | uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	$(ARGS) pyproject.toml -
lock:
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra test --constraint requirements.lock --output-file requirements-test.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
