"""Years, months, second senders and corrections, from the inbox to the released cells (L2, L6)."""

from dataclasses import asdict
from decimal import Decimal

import polars as pl
import pytest

from tests.builders.receiving import sums_up
from tests.builders.reporting_house import (
    ANEW,
    BOTH,
    CORRECTED,
    FORMATS,
    OTHER_BOUNDARY,
    PARKS,
    SHORT,
    SILENT,
    TWICE,
    WITHDRAWN,
    House,
    months,
)

pytestmark = pytest.mark.slow

D = Decimal
#: t CO2 of a tonne of bituminous coal and of a MWh, by the national method.
COAL, POWER = D("1.851322"), D("0.8325")
WITHOUT_A_YEAR = (SHORT, WITHDRAWN)


def _total(house: House, park: str) -> list[Decimal]:
    table = house.released.table("mart_park_year")
    return table.filter(park_code=park, method_code="CN-NZCP-2025")["emission_tco2e"].to_list()


def _park(house: House, park: str) -> tuple[object, ...]:
    table = house.released.table("dim_parks").filter(park_code=park)
    return table.select("has_return", "year_source_code", "submission_count").row(0)


def test_months_and_annual_return_count_once(house: House) -> None:
    """The annual return says 1000 t and 1200 MWh, the months 960 t and 1200 MWh."""
    assert _park(house, TWICE) == (True, "annual", 1)
    assert _total(house, TWICE) == [1000 * COAL + 1200 * POWER]
    for fact in ("fct_emissions", "fct_energy", "fct_power_heat"):
        periods = house.released.table(fact).filter(park_code=TWICE)["period_code"].unique().to_list()
        assert (fact, periods) == (fact, ["2025"])
    submissions = house.released.table("dim_submissions").filter(reporting_unit_code=TWICE)
    assert dict(submissions.select("period_code", "is_counted").iter_rows()) == {
        "2025": True,
        **dict.fromkeys(months(), False),
    }


def test_the_difference_to_the_months_is_reported(house: House) -> None:
    rows = house.released.table("mart_period_differences").filter(park_code=TWICE, boundary_code="physical")
    cells = {
        " ".join(key): values
        for *key, annual, periods, difference in rows.select(
            "method_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code",
            "annual_tco2e", "periods_tco2e", "difference_tco2e",
        ).iter_rows()
        for values in [(annual, periods, difference)]
    }  # fmt: skip
    # 1000 and 960 t; CO2 1.74174957 a tonne, CH4 0.0001957 x 28, N2O 0.000029355 x 265
    assert cells == {
        "CN-NZCP-2025 NA NA fuel CO2": (1000 * COAL, 960 * COAL, 40 * COAL),
        "CN-NZCP-2025 NA NA power CO2": (999, 999, 0),
        "GHGI 1 NA stationary_combustion CO2": (D("1741.74957"), D("1672.0795872"), D("69.6699828")),
        "GHGI 1 NA stationary_combustion CH4": (D("5.4796"), D("5.260416"), D("0.219184")),
        "GHGI 1 NA stationary_combustion N2O": (D("7.779075"), D("7.467912"), D("0.311163")),
        "GHGI 2 location purchased_power CO2": (D("596.88"), D("596.88"), 0),
        "GHGI 2 market purchased_power CO2": (D("731.52"), D("731.52"), 0),
    }
    assert set(house.released.table("mart_period_differences")["park_code"]) == {TWICE}


def test_the_finding_is_where_people_look(house: House) -> None:
    findings = house.released.table("mart_findings").filter(finding_code="periods_differ")
    values = findings.select("park_code", "subject_code", "value_a", "value_b", "difference", "unit_code")
    assert sorted(values.rows()) == [
        (TWICE, "CN-NZCP-2025", D("2850.322"), D("2776.26912"), D("74.05288"), "tCO2e"),
        (TWICE, "GHGI", D("2351.888245"), D("2281.6879152"), D("70.2003298"), "tCO2e"),
    ]
    for language in ("zh", "en"):
        (message,) = set(findings[f"message_{language}"])
        page = house.released.folder / "restricted" / "bulletin" / f"index.{language}.html"
        assert message in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("park", WITHOUT_A_YEAR)
def test_a_month_missing_or_withdrawn_leaves_no_year(house: House, park: str) -> None:
    assert _park(house, park) == (False, "incomplete", 0)
    for table in ("fct_emissions", "fct_energy", "mart_park_year", "mart_park_profile"):
        assert house.released.table(table).filter(park_code=park).is_empty()
    coverage = house.released.table("mart_coverage").filter(park_code=park)
    assert coverage.select("boundary_code", "method_code", "reason_code", "reason_zh").unique().sort(
        "boundary_code", "method_code"
    ).rows() == [
        (boundary, method, "periods_incomplete", "已报送、全年数据不齐")
        for boundary in ("administrative", "physical")
        for method in ("CN-NZCP-2025", "GHGI")
    ]  # fmt: skip


def test_what_is_at_hand_of_a_year_is_shown_as_it_is(house: House) -> None:
    """Months beside an annual return, months of a year with one missing, months that are the year."""
    table = house.released.table("mart_park_period").filter(
        method_code="CN-NZCP-2025", boundary_code="physical"
    )
    of_park = {
        park: table.filter(park_code=park)
        .sort("period_code")
        .select("period_code", "first_month", "last_month", "is_counted", "emission_tco2e", "is_partial")
        .rows()
        for park in (TWICE, SHORT, CORRECTED)
    }
    quantities = {
        TWICE: dict.fromkeys(months(), 80 * COAL + 100 * POWER),
        SHORT: dict.fromkeys(months(7), 10 * COAL),
        CORRECTED: {month: (20 if month == "2025-03" else 10) * COAL for month in months()},
    }
    assert of_park == {
        park: [
            (month, int(month[-2:]), int(month[-2:]), park == CORRECTED, emission, False)
            for month, emission in known.items()
        ]
        for park, known in quantities.items()
    }
    # A year that came whole, without parts of it, is not a quick estimate.
    assert set(table["park_code"]) & {BOTH, *FORMATS} == set()


def test_the_year_to_date_says_how_much_of_the_year_it_is(house: House) -> None:
    table = house.released.table("mart_park_year_to_date")
    found = table.filter(method_code="CN-NZCP-2025", boundary_code="physical").select(
        "park_code", "period_count", "month_count", "last_month", "is_counted", "emission_tco2e",
        "is_partial", "last_annual_year",
    )  # fmt: skip
    assert {row[0]: row[1:] for row in found.rows() if row[0] in (TWICE, SHORT, CORRECTED)} == {
        TWICE: (12, 12, 12, False, 960 * COAL + 1200 * POWER, False, None),
        SHORT: (11, 11, 12, False, 110 * COAL, True, None),
        CORRECTED: (12, 12, 12, True, 130 * COAL, False, None),
    }


def test_no_other_park_lacks_a_year(house: House) -> None:
    known = house.released.table("dim_parks").filter(pl.col("has_return"))
    assert set(known["park_code"]) == set(PARKS) - {*WITHOUT_A_YEAR, SILENT}
    # Of the physical boundary all but these and the park that reports the other one.
    assert set(house.released.table("mart_national_year")["park_count_reported"]) >= {len(PARKS) - 4}


def test_why_a_park_has_no_result_is_told_apart(house: House) -> None:
    """Nothing sent, the other boundary only, months missing: only the first did not report (L7)."""
    assert _park(house, SILENT) == (False, "none", 0)
    assert _park(house, OTHER_BOUNDARY) == (True, "annual", 1)
    coverage = house.released.table("mart_coverage").filter(boundary_code="physical", term_code="NA")
    reasons = ("not_reported", "boundary_not_reported", "periods_incomplete")
    named = coverage.filter(pl.col("reason_code").is_in(reasons))
    assert set(named.select("park_code", "reason_code").iter_rows()) == {
        (SILENT, "not_reported"),
        (OTHER_BOUNDARY, "boundary_not_reported"),
        *((park, "periods_incomplete") for park in WITHOUT_A_YEAR),
    }
    page = house.released.folder / "restricted" / "bulletin" / "index.zh.html"
    told = "没有全年结果的 4 个：已报送、全年数据不齐 2 个，已报送、无本边界数据 1 个，未报送 1 个。"
    assert told in page.read_text(encoding="utf-8")


def test_a_corrected_month_counts_in_its_years_sum(house: House) -> None:
    """Eleven months of 10 t and March corrected from 10 to 20 t."""
    assert _park(house, CORRECTED) == (True, "periods", 12)
    assert _total(house, CORRECTED) == [130 * COAL]
    part = house.second[f"{CORRECTED}_correction.zip"].parts[0]
    assert (part.status, part.version, part.period_code) == ("current", 2, "2025-03")
    march = house.released.table("dim_submissions").filter(
        reporting_unit_code=CORRECTED, period_code="2025-03"
    )
    assert march.select("version", "submission_kind_code", "is_counted").rows() == [(2, "correction", True)]


def test_a_month_withdrawn_and_sent_anew_counts_as_it_was_sent_last(house: House) -> None:
    """Eleven months of 10 t and May, sent anew with 15 t."""
    assert _park(house, ANEW) == (True, "periods", 12)
    assert _total(house, ANEW) == [125 * COAL]


def test_the_second_sender_of_a_park_is_held_in_whatever_format(house: House) -> None:
    """The park sent a CSV bundle, the province a workbook: the first counts and nothing is lost (L2)."""
    receipt = house.second["both.xlsx"]
    (part,) = receipt.parts
    assert (receipt.file_format, part.reporting_unit_code, part.status) == ("xlsx", BOTH, "held")
    counts = asdict(receipt.counts)
    assert sums_up(receipt.counts)
    assert {name: count for name, count in counts.items() if count and name not in ("read", "context")} == {
        "held": 2
    }
    text = (house.released.places.receipts / f"{receipt.delivery_id[:16]}.txt").read_text(encoding="utf-8")
    assert "该单位该报告期的报表已有现行版本" in text
    assert _total(house, BOTH) == [100 * COAL]
    assert part.submission_id not in set(house.released.table("dim_submissions")["submission_id"])


def test_every_row_of_every_delivery_has_one_disposition(house: House) -> None:
    """L2 over all drops: what was held, superseded or withdrawn is in the plan's account as well."""
    folder = house.released.places.builds / house.released.plan_id / "plan"
    rows = pl.read_parquet(folder / "dispositions.parquet")
    kinds = [name for name in rows.columns if name.startswith("rows_") and name != "rows_read"]
    assert rows.filter(pl.sum_horizontal(kinds) != pl.col("rows_read")).is_empty()
    counts = rows.group_by("status").agg(pl.sum("rows_held", "rows_superseded", "rows_withdrawn"))
    # One unit and one line a return; a withdrawal counts nothing and takes its original along.
    assert {key: values for key, *values in counts.iter_rows()} == {
        "current": [0, 0, 0],
        "held": [2, 0, 0],
        "superseded": [0, 2, 0],
        "withdrawn": [0, 0, 8],
    }
    checks = house.released.table("qa_dispositions")
    assert checks["failing_count"].to_list() == [0, 0]
