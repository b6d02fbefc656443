# Every target sets itself up: the first one run builds .venv from a bare python3.
PYTHON ?= python3
SEED ?= 1
WORKERS ?= 2
PORT ?= 3000

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
PACKAGES := lingtan quality orchestration

# The lock's own lines for uv, hashes included, so that the installer is pinned as all else is.
UV_PIN := $(VENV)/uv.pin

.PHONY: help setup demo test bench bench-disclosure check generate serve

help: ## 列出各项命令 · List the commands
	@echo "Lingtan (零碳) · make <command>"
	@sed -nE 's/^([a-z]+):.*## (.*)$$/  \1            \2/p' $(MAKEFILE_LIST) | sed -E 's/^(  .{10}) */\1/' | LC_ALL=C sort

setup: $(VENV)/ok ## 建立运行环境 .venv · Build the environment .venv

# An office's own index and certificates are set up for pip: uv is told of them, and pip has the last word.
$(VENV)/ok: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Python 3.11 - 3.13 is needed; name one: make PYTHON=python3.12"; exit 1; }
	@echo "[1/5] virtual environment in $(VENV) ($$($(PYTHON) --version))"
	@$(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed (on Debian: apt install python3-venv)"; exit 1; }
	@echo "[2/5] installer, as pinned in requirements.lock"
	@awk '/^[^ ]/ { on = /^uv==/ } on' requirements.lock > $(UV_PIN)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(UV_PIN)
	@echo "[3/5] $$(grep -cE '^[a-z0-9].*==' requirements.lock) locked packages, hashes checked"
	@index="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(BIN)/python -m pip config get global.index-url 2>/dev/null || true)}}"; \
	if [ -n "$$index" ]; then export UV_DEFAULT_INDEX="$$index"; fi; \
	$(BIN)/uv pip sync --quiet --system-certs --require-hashes --compile-bytecode --python $(BIN)/python requirements.lock \
	  || { echo "      uv could not; pip does it (about a minute)"; \
	       $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock; }
	@echo "[4/5] the project itself, editable"
	@$(BIN)/uv pip install --quiet --offline --no-deps --no-build-isolation --python $(BIN)/python -e .
	@echo "[5/5] the dbt project, parsed"
	@$(BIN)/python -c "from orchestration.operations.dbt_manifest import parsed_project; parsed_project()"
	@touch $@

# Telemetry off, also for what a command starts (L12).
include .env
export DO_NOT_TRACK DAGSTER_DISABLE_TELEMETRY DBT_SEND_ANONYMOUS_USAGE_STATS
export DBT_ENGINE_SEND_ANONYMOUS_USAGE_STATS GX_ANALYTICS_ENABLED

demo: $(VENV)/ok ## 演示：虚构全国数据，从接收到发布 · A synthetic nation, from inbox to release (SEED=1)
	@$(BIN)/lingtan demo --seed $(SEED)

test: $(VENV)/ok ## 测试 · Run the tests (ARGS="-k name" to choose)
	@$(BIN)/python -m pytest -q --durations=10 --numprocesses=$(WORKERS) --dist=loadgroup $(ARGS)

bench: $(VENV)/ok ## 基准测试：与同表 DuckDB 脚本之比 · Ratios to a bare script, docs/benchmarks.md (ARGS="--copies 1 10")
	@$(BIN)/python -m tests.benchmarks $(ARGS)

bench-disclosure: $(VENV)/ok ## 保密处理的基准测试：连续三次发布 · Three releases protected and attacked, docs/disclosure-benchmark.md
	@$(BIN)/python -m tests.benchmarks.disclosure

check: $(VENV)/ok ## 代码检查 · Lint, format, types, SQL format
	@echo "ruff check";  $(BIN)/ruff check --quiet .
	@echo "ruff format"; $(BIN)/ruff format --check --quiet .
	@echo "mypy";        $(BIN)/mypy --strict $(PACKAGES) tests
	@echo "sqlfmt";      $(BIN)/sqlfmt --quiet --no-progressbar --check dbt_project

generate: $(VENV)/ok ## 由合同生成模板与文档 · Write what is derived from the contracts
	@$(BIN)/python -m orchestration.generate
	@$(BIN)/python -m tests.golden.golden_page

serve: $(VENV)/ok ## Dagster 用户界面与守护进程，仅限本机 · User interface and daemon on this machine (PORT=3000)
	@$(BIN)/python -m orchestration.serve --port $(PORT)
