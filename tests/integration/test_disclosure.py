"""The public tables of a release: they add up to its marts, and nobody gets at what they withhold."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.disclosure.cells import build_cells
from lingtan.disclosure.contributions import BETWEEN_PARKS, OTHER_PARKS, read_contributions
from lingtan.disclosure.public_tables import Measure, read_public_tables
from lingtan.places import checkout
from lingtan.release.code_names import read_code_names
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
    cells = build_cells(PUBLIC, {measure.code: [contributions(released, measure)]})
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


def test_single_parks_are_those_that_the_register_allows_with_their_results(golden_release: Released) -> None:
    stated = contributions(golden_release, MEASURES["cn_nzcp"])
    found = dict(stated.group_by("park_code").agg(pl.col("amount").sum()).iter_rows())
    allowed = golden_release.table("dim_parks").filter("is_publishable")
    results = golden_release.table("mart_park_year").filter(
        pl.col("emission_tco2e") != 0, boundary_code=BOUNDARY, method_code="CN-NZCP-2025"
    )
    results = results.join(allowed, on=["reference_year", "park_code"], how="semi")
    assert len(results) > 1
    of_none = {OTHER_PARKS, BETWEEN_PARKS}
    assert found.keys() >= of_none
    assert {key: value for key, value in found.items() if key not in of_none} == dict(
        results.select("park_code", "emission_tco2e").iter_rows()
    )
    nation = values(golden_release, MEASURES["cn_nzcp"], {})
    assert sum(found.values()) == nation[()]


def test_scope_1_by_gas_is_that_of_the_mart(golden_release: Released) -> None:
    found = values(golden_release, MEASURES["ghgi_scope_1"], {"gas": "gas_group_code"})
    where = {"method_code": "GHGI", "scope_code": "1"}
    assert found == of_mart(golden_release, "mart_national_year", ["gas_group_code"], **where)


def test_energy_by_size_and_by_fifth_is_that_of_the_parks(golden_release: Released) -> None:
    """A park's class and fifth are those of its result; what is eliminated between parks is taken off."""
    measure = MEASURES["energy"]
    facts = golden_release.table("fct_energy").filter(
        boundary_code=BOUNDARY, energy_method_code="EN-CAL-F", side_code="use"
    )
    parks = golden_release.table("mart_carbon_per_energy").filter(
        boundary_code=BOUNDARY, energy_method_code="EN-CAL-F", reference_year=facts["reference_year"].max()
    )
    parks = parks.drop_nulls(["emission_tco2e", "energy_tce"]).sort("energy_tce", "park_code")

    def energy_of(chosen: pl.DataFrame) -> Decimal:
        own = facts.join(chosen, on=["reference_year", "park_code"], how="semi")
        return Decimal(own["energy_tce"].sum())

    classes = {(code,): energy_of(parks.filter(size_class_code=code)) for code in parks["size_class_code"]}
    found = values(golden_release, measure, {"size_class": "size_class_code"})
    assert classes
    assert {code: found[code] for code in classes} == classes
    lowest = parks.head(-(-len(parks) // 5))
    found = values(golden_release, measure, {"energy_fifth": "energy_fifth_code"})
    assert found[("1",)] == energy_of(lowest)


def test_parks_are_counted_as_they_are_registered_and_reported(golden_release: Released) -> None:
    parks = golden_release.table("dim_parks")
    parks = parks.filter(pl.col("reference_year") == parks["reference_year"].max())
    by_area = values(golden_release, MEASURES["parks_registered"], {"area": "province_code"})
    assert by_area == {
        (code,): Decimal(count) for code, count in parks["province_code"].value_counts().rows()
    }
    by_return = values(golden_release, MEASURES["parks_reporting"], {"year_source": "year_source_code"})
    came = parks.filter(pl.col("year_source_code") != "none")["year_source_code"].value_counts()
    assert by_return == {(code,): Decimal(count) for code, count in came.rows()}


def test_removals_are_counted_by_their_size(golden_release: Released) -> None:
    found = values(golden_release, MEASURES["removals"], {})
    where = {"method_code": "GHGI", "scope_code": "removal"}
    sums = of_mart(golden_release, "mart_national_year", ["gas_group_code"], **where)
    assert found == {(): -sum(sums.values())}


def test_every_dimension_has_names() -> None:
    lists = read_code_names().lists
    # Names of parks are those of the release.
    assert {one.names for one in PUBLIC.dimensions.values()} - {"parks"} <= lists.keys()


def test_nobody_gets_at_what_is_withheld(golden_release: Released) -> None:
    """Readers and contributors were tried at sensitive cells of all measures that have one."""
    attacked = pl.read_parquet(golden_release.folder / "restricted" / "attack.parquet")
    cells = golden_release.table("cmp_public_cells").filter(pl.col("protected_above") > 0)
    cell = ["reference_year", "measure_code", "cell_code"]
    by_readers = attacked.filter(knower_code="")
    assert not cells.is_empty()
    assert cells.join(by_readers, on=cell, how="anti").select(cell).rows() == []
    assert not attacked.filter(pl.col("knower_code") != "").is_empty()
    assert attacked.filter("is_breached").rows() == []
