"""CEADs 2015 from the workbook to a release: every cell agrees with the published emissions (L1, L3)."""

from decimal import Decimal
from pathlib import Path
from typing import Final

import polars as pl
import pytest
import yaml

from lingtan.intake.receipt import Receipt
from lingtan.places import Places
from lingtan.release.verify import verify
from orchestration.operations.receive import receive_deliveries
from tests.builders.reference_seeds import SEEDS
from tests.builders.release import Released, places_in, publish_all

pytestmark = pytest.mark.slow

CARRIERS: Final = {
    "Raw_Coal": "raw_coal",
    "Cleaned_Coal": "washed_coal",
    "Other_Washed_Coal": "other_washed_coal",
    "Briquettes": "briquette",
    "Coke": "coke",
    "Coke_Oven_Gas": "coke_oven_gas",
    "Other_Gas": "other_gas",
    "Other_Coking_Products": "other_coking_products",
    "Crude_Oil": "crude_oil",
    "Gasoline": "gasoline",
    "Kerosene": "kerosene",
    "Diesel_Oil": "diesel",
    "Fuel_Oil": "fuel_oil",
    "LPG": "lpg",
    "Refinery_Gas": "refinery_gas",
    "Other_Petroleum_Products": "other_petroleum",
    "Natural_Gas": "natural_gas",
}
SET: Final = {
    "id": "CEADS-2015",
    "title": {"zh": "CEADs 分部门分品种因子", "en": "CEADs factors by sector and fuel"},
    "document": {
        "code": "CEADS-2024",
        "title_zh": "CEADs 省级排放清单",
        "title_en": "CEADs provincial emission inventories",
        "issuer": "CEADs",
    },
    "purpose": "provincial_inventory",
    "columns": {"activity": "sector_no", "carrier": "fuel", "unit": "unit", "value": "ef_mt_per_unit"},
    "maps": {
        "activity": {str(number): f"S{number:02d}" for number in range(1, 48)},
        "carrier": CARRIERS,
        "unit": {"10^4 ton": "10kt", "10^8 cu.m": "100Mm3"},
    },
    "unit": {"numerator": "Mt CO2", "denominator": {"column": "unit"}},
    "is_verified": False,
}
#: The release counts t, the published tables Mt.
TONNES: Final = Decimal(1000000)
RELATIVE: Final = Decimal("0.000001")
ABSOLUTE_TONNES: Final = Decimal("0.001")
CELL: Final = ["province_code", "row_code", "carrier_code"]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, published_data: Path) -> Places:
    """Data folders of an office that has the CEADs factors as a set of its own."""
    places = places_in(tmp_path_factory.mktemp("office"))
    folder = places.office_reference / "ceads"
    folder.mkdir(parents=True)
    factors = (published_data / "ceads_2015" / "factor_set_ceads.csv").read_bytes()
    (folder / "factors.csv").write_bytes(factors)
    (folder / "set.yaml").write_text(yaml.safe_dump(SET, allow_unicode=True), encoding="utf-8")
    return places


@pytest.fixture(scope="module")
def receipt(places: Places, published_data: Path) -> Receipt:
    (workbook,) = (published_data / "ceads_2015").glob("*.xlsx")
    (receipt,) = receive_deliveries(places, [workbook])
    return receipt


@pytest.fixture(scope="module")
def release(places: Places, receipt: Receipt) -> Released:
    """The release of an office with provincial inventories and no park."""
    assert receipt.outcome == "accepted"
    return publish_all(places)


@pytest.fixture(scope="module")
def published(published_data: Path) -> pl.DataFrame:
    """The published table: codes, and the value in t."""
    folder = published_data / "ceads_2015"
    sectors = pl.read_csv(folder / "factor_set_ceads.csv", infer_schema=False).select(
        "sector", row_code=pl.format("S{}", pl.col("sector_no").str.zfill(2))
    )
    provinces = SEEDS["provinces"].select("province_code", province=pl.col("name_en").str.replace(" ", ""))
    return (
        pl.read_csv(folder / "published_emissions_2015.csv", infer_schema=False)
        .join(provinces, on="province", how="left")
        .join(sectors.unique(), on="sector", how="left")
        .with_columns(
            carrier_code=pl.col("fuel").replace_strict(CARRIERS, default=None),
            published=pl.col("value").str.to_decimal(scale=20) * TONNES,
        )
    )


def _differing(both: pl.DataFrame) -> pl.DataFrame:
    """Rows that differ by more than a relative 1e-6 and 1e-9 Mt."""
    difference = (pl.col("emission_tco2e") - pl.col("published")).abs()
    is_close = (difference <= pl.col("published").abs() * RELATIVE) | (difference <= ABSOLUTE_TONNES)
    return both.filter(~is_close.fill_null(False))


def test_every_energy_cell_agrees(release: Released, published: pl.DataFrame) -> None:
    cells = published.drop_nulls(["row_code", "carrier_code"]).select(*CELL, "published")
    released = release.table("fct_province_emissions").select(*CELL, "emission_tco2e")
    both = released.join(cells, on=CELL, how="full", coalesce=True)
    assert released.height == cells.height == both.height == 30 * 47 * 17 == 23_970
    assert _differing(both).to_dicts() == []
    # Zero is zero and not a small rest: no published cell loses its value, none gains one.
    assert both.filter((pl.col("published") == 0) != (pl.col("emission_tco2e") == 0)).height == 0
    assert both.filter(pl.col("emission_tco2e") != 0).height == 9_031


def test_every_provincial_total_agrees(release: Released, published: pl.DataFrame) -> None:
    """The process emissions of cement are given, not derivable from energy."""
    totals = (
        published.filter(pl.col("sector") == "TotalEmissions")
        .pivot("fuel", index="province_code", values="published")
        .select("province_code", published=pl.col("Scope_1_Total") - pl.col("Process"))
    )
    released = release.table("mart_province_inventory_year")
    assert released["is_partial"].to_list() == [False] * 30
    both = released.select("province_code", "emission_tco2e").join(totals, on="province_code", how="full")
    assert both.height == 30
    assert _differing(both).to_dicts() == []


def test_the_national_sum_is_that_of_the_provinces(release: Released) -> None:
    provinces = release.table("mart_province_inventory_year")["emission_tco2e"].sum()
    (national,) = release.table("mart_national_inventory_year").to_dicts()
    assert (national["reference_year"], national["province_count"]) == (2015, 30)
    assert national["emission_tco2e"] == provinces


def test_thirty_submissions_stand_in_the_release(release: Released, receipt: Receipt) -> None:
    submissions = release.table("dim_submissions")
    assert sorted(submissions["submission_id"]) == sorted(part.submission_id for part in receipt.parts)
    assert len(receipt.parts) == 30
    for counts in (receipt.counts, *(part.counts for part in receipt.parts)):
        assert counts.read == sum(value for name, value in vars(counts).items() if name != "read")


def test_the_findings_go_with_the_release(release: Released) -> None:
    findings = pl.read_parquet(release.folder / "restricted" / "findings.parquet")
    assert findings.group_by("rule_id", "severity").len().sort("len").rows() == [
        ("INVENTORY_NEGATIVE_CONSUMPTION", "query", 1),
        ("INVENTORY_NON_ENERGY_SHARE", "query", 99 + 9),
    ]


def test_an_office_without_parks_has_a_whole_release(release: Released) -> None:
    """No park is not zero parks' emissions: nothing is said about parks at all (L7)."""
    assert verify(release.folder) == []
    assert release.places.latest.resolve() == release.folder.resolve()
    for name in ("dim_parks", "fct_emissions", "mart_park_year", "mart_national_year", "mart_coverage"):
        assert release.table(name).height == 0
    page = (release.folder / "restricted" / "bulletin" / "index.en.html").read_text(encoding="utf-8")
    assert "No park is registered for any year of this release (not reported)" in page
