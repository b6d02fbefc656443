"""Codes get the names of their list; a sender's own codes get none."""

from pathlib import Path

import polars as pl
import pytest

from lingtan.places import checkout
from lingtan.release.code_names import read_code_names
from lingtan.release.table_texts import ColumnText, read_table_texts
from lingtan.release.tables import RELEASED_TABLES

NAMES = read_code_names()


@pytest.mark.parametrize(
    ("column", "code", "zh"),
    [
        ("boundary_code", "physical", "物理边界"),
        ("province_code", "330000", "浙江省"),
        ("carrier_code", "bituminous", "一般烟煤"),
        ("notation_key_code", "NE", "未估算"),
        ("industry_division_code", "30", "非金属矿物制品业"),
        ("scope2_basis_code", "market", "基于市场"),
        ("method_code", "CN-NZCP-2025", "零碳园区碳排放核算方法（试行）"),
    ],
)
def test_a_column_finds_its_list(column: str, code: str, zh: str) -> None:
    assert NAMES.names(ColumnText(column, "", ""))[code][0] == zh


@pytest.mark.parametrize("column", ["unit_code", "counterparty_code", "reporting_unit_code", "line_id"])
def test_codes_of_the_sender_have_no_list(column: str) -> None:
    assert NAMES.names(ColumnText(column, "", "")) == {}


def test_a_list_named_in_the_yaml_goes_first() -> None:
    column = ColumnText("boundary_code", "", "", code_list="scopes")
    assert NAMES.lists_of(column) == ("scopes",)


def test_the_parks_of_a_release_name_their_codes(tmp_path: Path) -> None:
    parks = {
        "reference_year": [2024, 2025],
        "park_code": ["P1", "P1"],
        "park_name_zh": ["旧名", "新名"],
        "park_name_en": [None, None],
    }
    pl.DataFrame(parks, schema_overrides={"park_name_en": pl.String()}).write_parquet(
        tmp_path / "dim_parks.parquet"
    )
    named = read_code_names(tmp_path).names(ColumnText("park_code", "", ""))
    assert named == {"P1": ("新名", "新名")}


def test_most_codes_of_released_marts_have_names() -> None:
    """A code column without a list is one that has none: the list of these is short and looked at."""
    texts = read_table_texts(checkout() / "dbt_project" / "models")
    bare = {
        name
        for table in RELEASED_TABLES
        if table.name.startswith(("mart_", "cmp_", "fct_"))
        for name, column in texts[table.name].columns.items()
        if name.endswith("_code") and not NAMES.lists_of(column)
    }
    assert bare <= {
        "park_code", "counted_park_code", "lineage_code", "unit_code", "counterparty_code", "period_code",
        "term_code", "activity_code",
        "subject_code", "document_code", "from_node_code", "from_park_code", "to_node_code", "to_park_code",
        "balance_code", "credit_code",
        # Formulas and words that name themselves.
        "gas_group_code", "side_code", "level_code", "cell_code",
    }, bare  # fmt: skip
