# Every target sets itself up: the first one run builds .venv from a bare python3.
PYTHON ?= python3
SEED ?= 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
PACKAGES := lingtan quality orchestration

# The lock's own lines for uv, hashes included, so that the installer is pinned as all else is.
UV_PIN := $(VENV)/uv.pin

.PHONY: help setup demo test check generate

help: ## 列出各项命令 · List the commands
	@echo "Lingtan (零碳) · make <command>"
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z]+):.*## (.*)$$/  \1|\2/' | column -t -s '|' 2>/dev/null \
	  || sed -nE 's/^([a-z]+):.*## (.*)$$/  \1  \2/p' $(MAKEFILE_LIST)

setup: $(VENV)/ok ## 建立运行环境 .venv · Build the environment .venv

$(VENV)/ok: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Python 3.11 - 3.13 is needed; name one: make PYTHON=python3.12"; exit 1; }
	@echo "[1/4] virtual environment in $(VENV) ($$($(PYTHON) --version))"
	@$(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed (on Debian: apt install python3-venv)"; exit 1; }
	@echo "[2/4] installer, as pinned in requirements.lock"
	@awk '/^[^ ]/ { on = /^uv==/ } on' requirements.lock > $(UV_PIN)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(UV_PIN)
	@echo "[3/4] $$(grep -cE '^[a-z0-9].*==' requirements.lock) locked packages, hashes checked"
	@$(BIN)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(BIN)/python requirements.lock
	@echo "[4/4] the project itself, editable"
	@$(BIN)/uv pip install --quiet --offline --no-deps --no-build-isolation --python $(BIN)/python -e .
	@touch $@
