# Everything one does here by hand. Each target brings what it needs with it.

# Once there is a virtual environment its Python stays, until another is named.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
PORT ?= 8000
VENV := .venv/bin
INSTALL := config/install.py
# A site as it would be in production, for Django's own checks.
PRODUCTION := env -u DEBUG WORTLAUT_LOCAL=0 DATABASE_URL=postgres://wortlaut@localhost/wortlaut \
	ALLOWED_HOSTS=wortlaut.example WORTLAUT_IMPRINT=Wortlaut SECRET_KEY="$$($(VENV)/python -c 'import secrets; print(secrets.token_urlsafe(64))')"

# Local use, even of a database of one's own (DATABASE_URL): no HTTPS, a key that is made up. In the
# environment and not in the commands, which make then runs itself, without a shell in between.
run dev test lint bench: export WORTLAUT_LOCAL := 1
dev: export DEBUG := 1

.DEFAULT_GOAL := help
.PHONY: help run dev test lint bench score-extraction lock install-run install-dev

help: ## show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

run: install-run ## start Wortlaut at http://127.0.0.1:8000/ (PORT=8001 for another port)
	@$(VENV)/python -m config.start --port $(PORT)

dev: install-dev ## the same, showing errors and starting anew when a file changes
	@$(VENV)/python -m config.start --port $(PORT) --reload

test: install-dev ## run all tests (TESTS=tests/text for some)
	@$(VENV)/python -m pytest -q --numprocesses logical --maxprocesses 8 --dist loadfile \
		--no-loadscope-reorder $(TESTS)

lint: install-dev ## check style, types, layers, templates, migrations and settings
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports
	$(VENV)/djlint --quiet --lint .
	$(VENV)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(VENV)/python manage.py check --deploy --fail-level WARNING

bench: install-dev ## measure with 100,000 quotes of ../shared/data, beside a bare program
	@$(VENV)/python -m benchmarks

score-extraction: install-run ## compare extraction with the articles annotated by hand
	@$(VENV)/python -m tests.extraction.score

lock: install-dev ## write the lock files anew from pyproject.toml
	$(VENV)/uv pip compile pyproject.toml --upgrade --quiet --generate-hashes --universal --no-header \
		--python-version 3.11 --output-file requirements/run.txt
	$(VENV)/uv pip compile pyproject.toml --extra dev --constraint requirements/run.txt --upgrade --quiet \
		--generate-hashes --universal --no-header --python-version 3.11 --output-file requirements/dev.txt

install-run install-dev: install-%:
	@command -v $(PYTHON) > /dev/null || { \
		echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name it: PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) $(INSTALL) $*
