"""Which returns a park sends, and how months become a cumulative return (L6)."""

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import get_args

from lingtan.synthetic.cumulative import cumulate
from lingtan.synthetic.model import Nation, ReportingPattern
from lingtan.synthetic.periods import Due, calendar
from lingtan.synthetic.reporting import CORRECTED, LATE, PATTERNS, WITHDRAWN, WORKBOOKS


def codes(pattern: ReportingPattern) -> tuple[list[str], list[str], list[str]]:
    due = calendar(pattern, 2025)
    counted, compared, rest = (
        [one.code + ("*" if one.basis == "year_to_date" else "") for one in group]
        for group in (due.counted, due.compared, due.not_counted)
    )
    return counted, compared, rest


def test_each_pattern_sends_its_periods() -> None:
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    assert codes("annual") == (["2025"], [], [])
    assert codes("monthly") == (months, [], [])
    assert codes("quarterly") == (["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"], [], [])
    assert codes("year_to_date") == (["2025-12*"], [], [f"{month}*" for month in months[1:11]])
    assert codes("year_to_date_quarters") == (["2025-Q4*"], [], ["2025-Q1*", "2025-Q2*", "2025-Q3*"])
    assert codes("mixed") == (["2025-Q2*", "2025-Q3", *months[9:]], [], [])
    assert codes("monthly_and_annual") == (["2025"], months, [])
    assert codes("incomplete") == ([], [], months[:11])


def test_what_counts_covers_twelve_months_once() -> None:
    for pattern in get_args(ReportingPattern):
        covered = [
            month for one in calendar(pattern, 2025).counted for month in range(one.first, one.last + 1)
        ]
        assert covered == ([] if pattern == "incomplete" else list(range(1, 13))), pattern


def test_a_cumulative_return_is_the_sum_of_its_months(first: Nation) -> None:
    code = next(one.park.code for one in first.returns if one.park.pattern == "monthly")
    months = [one for one in first.returns if one.park.code == code][:3]
    joined = cumulate(months, Due("2025-03", "year_to_date", 1, 3))
    assert (joined.period_code, joined.period_basis) == ("2025-03", "year_to_date")
    for place, line in enumerate(joined.power_heat):
        assert line.quantity == sum(month.power_heat[place].quantity or 0 for month in months)
    for place, unit in enumerate(joined.units):
        assert unit.value_added_10k_cny == sum(month.units[place].value_added_10k_cny for month in months)
        assert unit.employees == months[-1].units[place].employees
    assert joined.other_gases
    for place, gas in enumerate(joined.other_gases):
        assert gas.opening_stock == months[0].other_gases[place].opening_stock
        assert gas.closing_stock == months[-1].other_gases[place].closing_stock
        if isinstance(gas.bought, Decimal):
            bought = [month.other_gases[place].bought for month in months]
            assert gas.bought == sum(value for value in bought if isinstance(value, Decimal))


def test_a_cumulative_return_never_falls(first: Nation) -> None:
    cumulative = [one for one in (*first.not_counted, *first.returns) if one.park.pattern == "year_to_date"]
    code = cumulative[0].park.code
    growing = sorted((one for one in cumulative if one.park.code == code), key=lambda one: one.period_code)
    assert len(growing) == 11
    for early, late in pairwise(growing):
        for before, after in zip(early.power_heat, late.power_heat, strict=True):
            assert (before.quantity or 0) <= (after.quantity or 0)


def test_so_many_parks_report_in_each_way(first: Nation) -> None:
    reporting = [park for park in first.parks if not park.is_silent]
    patterns = Counter(park.pattern for park in reporting)
    assert patterns == {**PATTERNS, "annual": len(reporting) - sum(PATTERNS.values())}
    assert sum(park.is_late for park in reporting) == LATE
    assert sum(park.is_corrected for park in reporting) == CORRECTED
    assert sum(park.is_withdrawn for park in reporting) == WITHDRAWN
    assert all(park.is_late + park.is_corrected + park.is_withdrawn <= 1 for park in reporting)
    boundaries = Counter(park.boundaries_reported_code for park in reporting)
    assert len(reporting) * 0.4 < boundaries["both"] < len(reporting) * 0.6
    assert 3 <= boundaries["administrative"] < 30


def test_every_park_has_one_format_and_all_formats_occur(first: Nation) -> None:
    formats = Counter[str](park.file_format for park in first.parks if not park.is_silent)
    assert formats["xlsx"] == WORKBOOKS
    assert all(formats[name] > 40 for name in ("csv", "csv_bom", "csv_gb18030", "parquet"))
