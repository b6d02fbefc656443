"""The public tables of a release: they add up to its marts, and nobody gets at what they withhold."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.disclosure.attack import Attack, Statements
from lingtan.disclosure.cells import build_cells
from lingtan.disclosure.contributions import read_contributions
from lingtan.disclosure.protect import protect, public_table, stated_by_values, to_protect
from lingtan.disclosure.public_tables import Measure, read_public_tables
from lingtan.places import checkout
from tests.builders.release import Released

pytestmark = pytest.mark.slow

PUBLIC = read_public_tables()
MEASURES = {one.code: one for one in PUBLIC.measures}
BOUNDARY = "physical"


def contributions(released: Released, measure: Measure) -> pl.DataFrame:
    data: Path = released.folder / "restricted" / "data"
    industries = checkout() / "dbt_project" / "seeds" / "reference" / "industries.csv"
    frame = read_contributions(data, industries, measure, BOUNDARY)
    return frame.filter(pl.col("reference_year") == frame["reference_year"].max())


def values(released: Released, measure: Measure, by: dict[str, str]) -> dict[tuple[str, ...], Decimal]:
    """Cells counted by some levels, code -> exact value; cells of zero are left out."""
    cells = build_cells(PUBLIC, PUBLIC.of_measure(measure), [contributions(released, measure)])
    levels = "|".join(f"{dimension}={by[dimension]}" for dimension in sorted(by))
    frame = cells.keys.with_columns(cells.values.alias("exact")).filter(levels=levels)
    rows = frame.select(*sorted(by), "exact").iter_rows()
    return {tuple(row[:-1]): row[-1] for row in rows if row[-1]}


def of_mart(
    released: Released, table: str, key: list[str], **where: object
) -> dict[tuple[str, ...], Decimal]:
    frame = released.table(table).filter(boundary_code=BOUNDARY, **where)
    frame = frame.filter(pl.col("reference_year") == frame["reference_year"].max())
    sums = frame.group_by(key).agg(pl.col("emission_tco2e").sum())
    return {tuple(row[:-1]): row[-1] for row in sums.iter_rows() if row[-1]}


def test_provinces_and_components_are_those_of_the_mart(golden_release: Released) -> None:
    measure = MEASURES["cn_nzcp"]
    found = values(golden_release, measure, {"area": "province_code", "component": "component_code"})
    within = {key: value for key, value in found.items() if key[0] != "between_provinces"}
    key = ["province_code", "component_code"]
    assert within == of_mart(golden_release, "mart_province_year", key, method_code="CN-NZCP-2025")


def test_the_nation_is_that_of_the_mart(golden_release: Released) -> None:
    found = values(golden_release, MEASURES["cn_nzcp"], {"component": "component_code"})
    key = ["component_code"]
    assert found == of_mart(golden_release, "mart_national_year", key, method_code="CN-NZCP-2025")


def test_divisions_are_those_of_the_mart(golden_release: Released) -> None:
    found = values(golden_release, MEASURES["cn_nzcp"], {"industry": "industry_division_code"})
    where = {"method_code": "CN-NZCP-2025", "province_code": "CN"}
    assert found == of_mart(golden_release, "mart_sector_year", ["industry_division_code"], **where)


def test_scope_1_by_gas_is_that_of_the_mart(golden_release: Released) -> None:
    found = values(golden_release, MEASURES["ghgi_scope_1"], {"gas": "gas_group_code"})
    where = {"method_code": "GHGI", "scope_code": "1"}
    assert found == of_mart(golden_release, "mart_national_year", ["gas_group_code"], **where)


@pytest.mark.parametrize("code", MEASURES)
def test_nobody_gets_at_what_is_withheld(golden_release: Released, code: str) -> None:
    """A reader, and the two largest contributors of the release by themselves."""
    measure = MEASURES[code]
    protected = protect(PUBLIC, measure, contributions(golden_release, measure))
    assert protected.sensitive
    tables = [
        (one, public_table(PUBLIC, one, measure.decimals, protected)) for one in PUBLIC.of_measure(measure)
    ]
    statements = Statements.together(
        [stated_by_values(PUBLIC, one, measure.decimals, frame, protected.cells) for one, frame in tables]
    )
    attack = Attack(protected.cells.system, statements)
    breached = [one for one in map(attack.interval, to_protect(protected.sensitive)) if one.is_breached]
    assert breached == []
