"""Nothing draws bars or tells of its own doings into a log: the nightly run's output is read by people."""

import os
import subprocess
import sys

import pytest
import yaml

from lingtan.places import checkout

PACKAGES = ("lingtan", "quality", "orchestration")

#: A process that was not started from a file is interactive to DuckDB: so are Dagster's worker processes.
BARS = """
import duckdb
from lingtan.quiet_duckdb import connect
asked = "select value from duckdb_settings() where name = 'enable_progress_bar'"
print(duckdb.connect().sql(asked).fetchone()[0], connect().sql(asked).fetchone()[0])
"""

SUITE = """
import logging
import polars as pl
from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
    ExpectColumnValuesToNotBeNull,
)
from quality.suites.run import run_suite

logging.basicConfig(level=logging.INFO)
unmet = run_suite("s", pl.DataFrame({"a": [1, None]}), [ExpectColumnValuesToNotBeNull(column="a")])
print(len(unmet))
"""


def run(code: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout(), env=os.environ | {"PYTHONPATH": str(checkout())}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout, done.stderr


def test_the_engine_draws_a_bar_only_where_nobody_opens_it_quietly() -> None:
    assert run(BARS) == ("true false\n", "")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_connection_is_a_quiet_one(package: str) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (checkout() / package).rglob("*.py")}
    opening = {path.name for path, text in texts.items() if "duckdb.connect(" in text}
    assert opening == {path.name for path, text in texts.items() if "set enable_progress_bar = false" in text}


def test_the_build_draws_no_bar() -> None:
    profile = yaml.safe_load((checkout() / "dbt_project" / "profiles.yml").read_text(encoding="utf-8"))
    assert profile["lingtan"]["outputs"]["duckdb"]["settings"]["enable_progress_bar"] is False


def test_the_gates_library_says_nothing() -> None:
    assert run(SUITE) == ("1\n", "")
