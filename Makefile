# make run        set everything up and open the dashboard with the sample dossier (make run ARGS=articles/ for your own)
# make test       set everything up and pass all tests
# make pictures   take the pictures in docs/pictures anew
# make lock       pin the dependencies anew
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test pictures lock clean

run: $(VENV)/.ready
	$(BIN)/python app.py $(ARGS)

test: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(ARGS)

pictures: $(VENV)/.ready-dev
	$(BIN)/python docs/screenshots.py

lock: $(VENV)/.ready-dev
	for name in requirements requirements-dev; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-config $$name.in -o $$name.txt; \
	done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; give its name: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv module is missing; install it: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
