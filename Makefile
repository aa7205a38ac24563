# make run    start the kiosk            make check    all that must hold before a change lands
# make test   run the tests              make lock     pin the parts anew after pyproject.toml changed
#
# `run` and `test` set up what they need in .venv the first time, and nothing after that.

PYTHON ?= $(shell for each in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$each && break; done)
PY := .venv/bin/python
RUN_READY := .venv/ready-to-run
TEST_READY := .venv/ready-to-test
ARGS ?=
export PYTHONUTF8 := 1

STOP :=
ifeq ($(wildcard $(RUN_READY) $(TEST_READY)),)
ifeq ($(PYTHON),)
STOP := The kiosk needs Python 3.11 or newer and this computer has $(or $(shell python3 --version 2>/dev/null),none): install it and try again.
else ifneq ($(shell $(PYTHON) -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null),True)
STOP := The kiosk needs Python 3.11 or newer and $(PYTHON) is $(or $(shell $(PYTHON) --version 2>/dev/null),not there): install one and try again.
else ifneq ($(shell $(PYTHON) -c 'import ensurepip, venv; print(True)' 2>/dev/null),True)
STOP := The Python of this computer lacks its "venv" part: install it (on Debian and Ubuntu: python3-venv) and try again.
endif
endif

ifneq ($(filter run,$(MAKECMDGOALS)),)
ifeq ($(filter --plain,$(ARGS)),)
# MAKE_TERMOUT is set when the output is a terminal (GNU make 4 and later; elsewhere the program itself looks).
ifeq ($(and $(or $(MAKE_TERMOUT),$(filter 3.%,$(MAKE_VERSION))),$(shell test -t 0 && echo yes)),)
STOP := The kiosk needs a terminal to draw on: run this in a terminal window, or add ARGS=--plain to read it line by line.
endif
endif
endif

ifneq ($(STOP),)
# With -q, make ends here with a failing status and adds nothing to the one sentence.
$(info $(STOP))
MAKEFLAGS += -q
endif

.PHONY: run test check format lint types contracts slow bench lock pictures

run: $(RUN_READY)
	@$(PY) -m kiosk run $(ARGS)

test: $(TEST_READY)
	@$(PY) -m pytest -n 3 -m "not slow" $(ARGS)

check: format lint types contracts test slow

format: $(TEST_READY)
	@echo "Format"; $(PY) -m ruff format --check .

lint: $(TEST_READY)
	@echo "Lint"; $(PY) -m ruff check .

types: $(TEST_READY)
	@echo "Types"; $(PY) -m mypy

contracts: $(TEST_READY)
	@echo "Import contracts"; .venv/bin/lint-imports

slow: $(TEST_READY)
	@$(PY) -m pytest -n 2 -m "slow or thorough" --hypothesis-profile thorough $(ARGS)

bench: $(TEST_READY)
	@$(PY) -m tests.bench $(ARGS)

# The README's pictures; a test compares them with the screens.
pictures: $(TEST_READY)
	@$(PY) -m tests.tui.pictures

# Runs where the configured package index is; the files name no index.
COMPILE := $(PY) -m piptools compile --quiet --no-header --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate
lock: $(TEST_READY)
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

$(PY):
	@echo "Making a place for the kiosk's parts: .venv"
	@$(PYTHON) -m venv .venv

define fetch
@echo "Fetching the parts named in $(1) (once, about a minute)"
@$(PY) -m pip install --disable-pip-version-check --no-input --only-binary :all: --require-hashes -r $(1) \
	|| { echo "The parts in $(1) could not be fetched: see the lines above, check the network and try again." >&2; exit 1; }
@$(PY) -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "kiosk-checkout.pth").write_text(str(pathlib.Path.cwd()) + "\n")'
@printf '#!/bin/sh\nexec "$(CURDIR)/$(PY)" -m kiosk "$$@"\n' > .venv/bin/kiosk && chmod +x .venv/bin/kiosk
@touch $@
endef

$(RUN_READY): requirements.txt | $(PY)
	$(call fetch,requirements.txt)

$(TEST_READY): requirements-dev.txt | $(PY)
	$(call fetch,requirements-dev.txt)
	@touch $(RUN_READY)
