"""One return in every format is the same in every released table, but for what names the delivery (L3)."""

import io

import polars as pl
import pytest

from lingtan.release.tables import RELEASED_TABLES
from tests.builders.reporting_house import FORMATS, House

pytestmark = pytest.mark.slow

#: What tells one delivery from another: names, and the heads and guide of a workbook, which are context.
NAMES = (
    "park_code", "reporting_unit_code", "submission_id", "batch_id", "delivery_id", "sender", "rows_read",
    "rows_context", "from_node_code", "from_park_code", "to_node_code", "to_park_code",
    "lineage_code", "counted_park_code",
)  # fmt: skip
#: How many lines the return has in a fact: the unknown carrier is in none, NE is kept as NE.
LINES = {"fct_energy": {"E1", "E2", "E3", "X1"}, "fct_emissions": {"E1", "E2", "E3", "X1", "O1"}}


def _of_park(table: pl.DataFrame, park: str) -> pl.DataFrame:
    owner = "park_code" if "park_code" in table.columns else "reporting_unit_code"
    return table.filter(pl.col(owner) == park)


def _bytes(table: pl.DataFrame, park: str) -> bytes:
    """The rows of a park as Parquet, without the columns that name the delivery, in their own order."""
    rows = _of_park(table, park).drop(NAMES, strict=False)
    written = io.BytesIO()
    rows.sort(rows.columns).write_parquet(written)
    return written.getvalue()


@pytest.mark.parametrize("park", FORMATS[1:])
def test_every_released_table_is_that_of_the_csv(house: House, park: str) -> None:
    compared = set()
    for released in RELEASED_TABLES:
        table = house.released.table(released.name)
        if not {"park_code", "reporting_unit_code"} & set(table.columns):
            continue
        assert _bytes(table, park) == _bytes(table, FORMATS[0]), released.name
        if not _of_park(table, park).is_empty():
            compared.add(released.name)
    assert compared >= {
        "dim_units",
        "dim_submissions",
        "fct_emissions",
        "mart_park_net_year",
        "mart_coverage",
    }


@pytest.mark.parametrize(("fact", "lines"), LINES.items())
def test_every_sound_line_is_in_the_facts(house: House, fact: str, lines: set[str]) -> None:
    table = house.released.table(fact)
    assert {park: set(table.filter(park_code=park)["line_id"]) for park in FORMATS} == dict.fromkeys(
        FORMATS, lines
    )
