# What people and CI call. `make` alone lists it all.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
# Where a machine forbids Python to keep what it compiled, every command of ours would compile all
# of Django anew before it begins: more work than most commands then do. It lies in the tree's own
# __pycache__ and in .venv, and `make clean` takes it away.
export PYTHONDONTWRITEBYTECODE :=
.PHONY: help setup demo demo-agency test check e2e bench format lock clean

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
CHROMIUM ?= /usr/bin/chromium
VAR := $(or $(BINA_VAR),var)
BIN := .venv/bin
READY := .venv/.siap
READY_DEV := .venv/.siap-dev
PAGES := $(VAR)/.halaman
DEMO = BINA_DEMO=1 BINA_NAMA_INSTANSI="Kabupaten Nusa Bahari"
SOURCES = $(shell find src/bina \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.po' \
	-o -path '*/ui/*.py' -o -name '*.woff2' -o -name '*.svg' \) -not -path '*/__pycache__/*')

help: ## List these targets
	@sed -n 's/^\([a-z0-9]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS="	" read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

setup: $(PAGES) ## Make .venv with the command .venv/bin/bina, build styles and catalogues
	@:

demo: $(READY) ## Lay down the demo agency and serve it on 127.0.0.1 (PORT=8000)
	@$(MAKE) -j2 $(PAGES) demo-agency # two cores: its year is laid down while styles are built
	@echo "Bina: http://127.0.0.1:$(PORT)/"
	@$(DEMO) $(BIN)/bina serve --port $(PORT)

demo-agency: $(READY)
	@$(DEMO) $(BIN)/bina demo --no-serve

test: $(READY_DEV) setup ## All tests that need no browser, on SQLite or DATABASE_URL
	@$(BIN)/pytest -q --ignore=tests/e2e -n $(WORKERS) --dist worksteal $(ARGS)

check: $(READY_DEV) setup ## Style, contracts between rooms, types, templates, migrations, settings
	@scripts/check

e2e: $(READY_DEV) setup ## Journeys in a real Chromium (CHROMIUM=/usr/bin/chromium)
	@test -x "$(CHROMIUM)" || { echo "Chromium is missing: apt install chromium, or set CHROMIUM=/path/to/it"; exit 1; }
	@CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -q tests/e2e -n $(WORKERS) --dist worksteal $(ARGS)

bench: $(READY_DEV) setup ## Measure an agency of 100,000 people, and the rules over 4.7 million
	@test -f bench/run.py || { echo "There is no bench/run.py yet."; exit 1; }
	@$(BIN)/python -m bench.run $(ARGS)

format: $(READY_DEV) ## Lay out Python and templates
	@$(BIN)/ruff check -q --fix src tests; $(BIN)/ruff format -q src tests
	@$(BIN)/djlint src --reformat --quiet || true

lock: $(READY_DEV) ## Pin the newest dependencies pyproject.toml allows
	@scripts/lock

clean: ## Remove what was built, but no data
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@rm -rf $(VAR)/assets $(VAR)/static $(PAGES)
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find src -name '*.mo' -delete

$(READY): pyproject.toml requirements/run.txt scripts/setup
	@PYTHON="$(PYTHON)" scripts/setup run
	@touch $@

$(READY_DEV): $(READY) requirements/dev.txt
	@PYTHON="$(PYTHON)" scripts/setup dev
	@touch $@

$(PAGES): $(READY) $(SOURCES)
	@mkdir -p $(VAR)/assets
	@$(BIN)/bina assets >/dev/null
	@$(BIN)/bina catalogues >/dev/null
	@$(BIN)/bina collectstatic --noinput -v 0
	@touch $@
