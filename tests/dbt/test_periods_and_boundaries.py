"""Energy of parks that report years, parts of years and two boundaries, from a lake written by hand."""

from decimal import Decimal

import pytest

from tests.dbt.periods_case import JOINT, SHORT, TWO, YEARLY, period_inputs
from tests.dbt.warehouse_inputs import Inputs, read, run

pytestmark = pytest.mark.slow

#: tce of a MWh (standard_coal, electricity, calorific) and of a tonne of raw coal.
POWER, COAL = Decimal("0.1229"), Decimal("0.7143")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    inputs = period_inputs(tmp_path_factory.mktemp("periods"))
    inputs.write()
    wanted = [
        "+fct_energy", "+fct_power_heat", "+dim_parks", "+dim_units", "+dim_submissions",
        "+int_gaps__declared", "+int_gaps__refused", "+int_clearing__units",
    ]  # fmt: skip
    done = run(inputs, "build", "--select", *wanted, "--exclude-resource-type", "test", "unit_test")
    assert {name: status for name, status in done.items() if status != "success"} == {}
    return inputs


def _energy(build: Inputs, park: str, boundary: str, side: str = "use", carrier: str = "raw_coal") -> Decimal:
    ((total,),) = read(
        build,
        "select sum(energy_tce) from fct_energy where energy_method_code = 'EN-CAL-F'"
        f" and park_code = '{park}' and boundary_code = '{boundary}' and side_code = '{side}'"
        f" and carrier_code = '{carrier}'",
    )
    assert isinstance(total, Decimal)
    return total


def test_a_year_is_counted_once_l6(build: Inputs) -> None:
    """The annual return and not its quarters; cumulative months and the rest; half a year is none."""
    assert _energy(build, YEARLY, "physical") == 1000 * COAL
    assert _energy(build, JOINT, "physical") == (20 + 10 * 10) * COAL
    assert read(build, f"select count(*) from fct_energy where park_code = '{SHORT}'") == [(0,)]
    parks = read(
        build, "select park_code, has_return, year_source_code, submission_count from dim_parks order by 1"
    )
    assert parks == [
        (JOINT, True, "periods", 11),
        (SHORT, False, "incomplete", 0),
        (TWO, True, "annual", 1),
        (YEARLY, True, "annual", 1),
    ]
    counted = read(build, f"select submission_id from dim_submissions where not is_counted and {_of(YEARLY)}")
    assert len(counted) == 4


def _of(park: str) -> str:
    return f"reporting_unit_code = '{park}'"


def test_periods_to_compare_are_kept_beside_what_counts(build: Inputs) -> None:
    """Not in any fact, but there to be compared with the annual return."""
    rows = read(
        build,
        f"select is_counted, sum(quantity) from int_activity where park_code = '{YEARLY}'"
        " group by 1 order by 1",
    )
    assert rows == [(False, Decimal(960)), (True, Decimal(1000))]
    # Half a year is at hand and counts nowhere.
    short = f"select is_counted, count(*) > 0 from int_activity where park_code = '{SHORT}' group by 1"
    assert read(build, short) == [(False, True)]


def test_units_come_from_the_newest_counted_return_that_lists_them(build: Inputs) -> None:
    rows = read(
        build,
        f"select unit_code, submission_id from dim_units where park_code in ('{JOINT}', '{YEARLY}')"
        " order by 1, 2",
    )
    assert rows == [("LEFT", "JOINT/2025-03"), ("U1", "JOINT/2025-12"), ("U1", "YEARLY/2025")]


def test_each_boundary_takes_its_own_part_of_a_unit(build: Inputs) -> None:
    """U2 counts by half, or is outside; U3 has no share of the administrative boundary."""
    assert _energy(build, TWO, "physical") == (100 + 20 + 1) * COAL
    assert _energy(build, TWO, "administrative") == 100 * COAL
    reasons = read(
        build,
        "select line_id, boundary_code, not_estimated_reason_code from fct_energy"
        " where not_estimated_reason_code is not null and energy_method_code = 'EN-CAL-F'",
    )
    assert reasons == [("E7", "administrative", "share_missing")]


def test_an_exchange_is_one_only_across_its_boundary(build: Inputs) -> None:
    """U2 is a neighbour inside the physical boundary and nobody inside the administrative one."""
    rows = read(
        build,
        "select boundary_code, line_id, crosses_boundary, elimination_view_code from fct_power_heat"
        " where line_id in ('X2', 'X3') order by 1, 2",
    )
    assert rows == [
        # The year of the other park is not counted in this boundary.
        ("administrative", "X2", True, None),
        ("administrative", "X3", True, None),
        ("physical", "X2", False, "park"),
        ("physical", "X3", True, "province"),
    ]
    received = (100 + 7 + 10) * POWER
    assert _energy(build, TWO, "physical", carrier="electricity") == received
    assert _energy(build, TWO, "administrative", carrier="electricity") == received - 30 * POWER
    # Energy knows no view above the park: what another park sends is used here all the same.
    views = read(build, "select distinct view_code from fct_energy where entry_kind_code = 'elimination'")
    assert views == [("park",)]


def test_supply_is_what_came_in_less_what_left(build: Inputs) -> None:
    """Bought 90, from stock 20 less 8, sold 3: 99 t for the 100 t that were burned."""
    assert _energy(build, TWO, "administrative", "supply") == (90 + 20 - 8 - 3) * COAL
    power = [_energy(build, TWO, "physical", side, "electricity") for side in ("use", "supply")]
    assert power[0] == power[1]
    measures = read(build, "select distinct energy_method_code from fct_energy where side_code = 'supply'")
    assert measures == [("EN-CAL-F",)]


def test_a_line_split_by_clearing_keeps_its_quantity_and_its_key(build: Inputs) -> None:
    """60 of 100 MWh have serials; of 40 + 10 less 30 sent, certificates cover 20, of this line first."""
    rows = read(
        build,
        "select line_id, activity_code, power_mwh from fct_power_heat where boundary_code = 'physical'"
        " and line_id in ('X1', 'X4') order by 1, 2",
    )
    assert rows == [
        ("X1", "E-GEC/received", Decimal(20)),
        ("X1", "E-GRID/received", Decimal(20)),
        ("X1", "E-GT/received", Decimal(60)),
        ("X4", "E-GRID/received", Decimal(10)),
    ]
    found = read(build, "select without_serials_mwh, cleared_mwh, claims_left_mwh from int_clearing__units")
    assert found == [(Decimal(40), Decimal(80), Decimal(5))]


def test_gaps_stand_in_the_boundaries_and_methods_they_concern(build: Inputs) -> None:
    """What is not counted leaves no gap, nor does a unit outside, nor a category the method does not know."""
    refused = read(build, "select park_code, boundary_code, method_code from int_gaps__refused order by 3")
    assert refused == [(TWO, "physical", "CN-NZCP-2025"), (TWO, "physical", "GHGI")]
    declared = read(
        build,
        "select park_code, boundary_code, method_code, count(*) from int_gaps__declared group by all"
        " order by all",
    )
    assert declared == [
        (JOINT, "physical", "CN-NZCP-2025", 1),
        (JOINT, "physical", "GHGI", 2),
        (TWO, "administrative", "CN-NZCP-2025", 1),
        (TWO, "administrative", "GHGI", 2),
        (TWO, "physical", "CN-NZCP-2025", 1),
        (TWO, "physical", "GHGI", 2),
    ]
