"""Removals are sorted in two places, for the completeness of a return and for its activities: alike (L10)."""

import itertools
import re

import duckdb
import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.places import checkout
from quality.lines import _ACTIVITIES

MODEL = "dbt_project/models/intermediate/int_removals__lines.sql"


def _codes(name: str) -> list[str]:
    lists = pl.read_csv(SEEDS / "code_lists.csv", infer_schema=False)
    return lists.filter(pl.col("list_code") == name)["code"].to_list()


def test_intake_and_warehouse_sort_every_origin_and_fate_alike() -> None:
    pairs = list(itertools.product(_codes("co2_origins"), _codes("removal_fates")))
    assert len(pairs) > 10
    rows = pl.DataFrame(pairs, schema=["co2_origin_code", "fate_code"], orient="row")
    intake = rows.select(_ACTIVITIES["removals"].alias("activity"))["activity"].to_list()
    model = (checkout() / MODEL).read_text(encoding="utf-8")
    found = re.search(r"case\s+when co2_origin_code.*?end(?= as role_code)", model, re.DOTALL)
    assert found is not None
    with duckdb.connect() as connection:
        connection.register("rows", rows.to_arrow())
        warehouse = connection.sql(f"select 'removals/' || {found.group()} from rows").fetchall()
    assert [row[0] for row in warehouse] == intake
    assert len(set(intake)) == 3
