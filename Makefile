# The one door of commands. `make` alone lists them.
# What is done once leaves a stamp in .make/, so that the second run is quick.

# The first Python here that is new enough and can make a virtual environment; or name one: make PYTHON=...
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell $(name) -c '$(FITS)' 2>/dev/null && echo $(name))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NPM := $(BIN)/python hatch_build.py npm run --silent

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test test-spark quick soak dev lint format contract check-contract bench quality package screenshots lock clean web-app

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .make/runtime web-app ## fill a workspace with demo data and serve it; prints the address
	@$(BIN)/footfall demo --data .demo

test: .make/dev lint check-contract web-app .make/chromium ## run every check: lint, types, contract, both test suites, browsers, the wheel
	$(NPM) test
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder # in the order of tests/conftest.py

test-spark: .make/spark ## ask the same questions of DuckDB and of a real Spark cluster on this machine; needs Java 17
	$(BIN)/python -m pytest tests/engines

quick: .make/dev ## run the tests that need neither browser nor wheel
	$(BIN)/python -m pytest -n 2 -m "not e2e and not package and not slow"

soak: .make/dev ## look for new counterexamples with many random ones; takes long
	FOOTFALL_EXAMPLES=soak $(BIN)/python -m pytest -n 2 -m "not e2e and not package" -k "$(K)"

dev: .make/dev .make/npm ## serve with reload; the page comes from Vite, which passes /api on
	$(BIN)/python scripts/dev.py

lint: .make/dev .make/npm ## check style, types and the layers, in Python and in TypeScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@# The types of both languages beside each other, a core each.
	$(BIN)/mypy & python=$$!; $(NPM) lint && $(NPM) types; web=$$?; wait $$python && exit $$web
	$(BIN)/mypy hatch_build.py scripts bench
	$(BIN)/lint-imports

format: .make/dev .make/npm ## let Ruff and Biome put the sources in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(NPM) format

contract: .make/dev .make/npm ## write schema/, docs/reference/ and web/src/generated anew from the Python sources
	$(BIN)/python scripts/contract.py

check-contract: .make/dev .make/npm ## fail where a generated file differs from its source
	$(BIN)/python scripts/contract.py --check

bench: .make/dev web-app .make/chromium ## time the questions, analyses, imports, a large map and many people, each beside something else in one run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.analyses
	$(BIN)/python -m bench.importing
	$(BIN)/python -m bench.growth
	$(BIN)/python -m bench.alignment
	$(BIN)/python -m bench.editor
	$(BIN)/python -m bench.sync
	$(BIN)/python -m bench.pictures

quality: .make/dev ## say how well the feeling of comments is told, in English and in Dutch
	$(BIN)/python -m bench.texts

package: .make/dev ## build the wheel and the sdist, with the web app inside, in dist/
	$(BIN)/python -m build --no-isolation --outdir dist

screenshots: .make/dev web-app .make/chromium ## take the pictures of the README from the running demo
	$(BIN)/python scripts/screenshots.py

lock: .make/runtime ## resolve the dependencies anew into requirements/ and web/package-lock.json
	$(PIP) 'uv>=0.9'
	$(BIN)/python scripts/lock.py
	rm -rf web/package-lock.json web/node_modules
	$(BIN)/python hatch_build.py npm install --package-lock-only --ignore-scripts

clean: ## remove what was built; the demo workspace stays
	rm -rf .make $(VENV) dist build web/node_modules src/footfall/static src/footfall/render/assets
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results

.make/venv:
	@mkdir -p .make
	@test -n "$(PYTHON)" || { echo "Footfall needs Python 3.11 or newer with its venv module (on Debian: python3-venv); none is on the PATH. Name one: make PYTHON=/path/to/python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

.make/runtime: .make/venv requirements/runtime.txt requirements/build.txt pyproject.toml hatch_build.py
	$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.make/dev: .make/runtime requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

.make/spark: .make/dev requirements/spark.txt
	$(PIP) --require-hashes -r requirements/spark.txt
	@touch $@

.make/npm: .make/runtime web/package-lock.json
	$(BIN)/python hatch_build.py npm --version
	@touch $@

# Quick when nothing changed: it compares a fingerprint of the sources.
web-app: .make/npm ## build the editor into src/footfall/static, with the fonts and icons that render needs
	@$(BIN)/python hatch_build.py

.make/chromium: .make/dev tests/e2e/chromium.py
	$(BIN)/python -m tests.e2e.chromium
	@touch $@
