"""Energy of parks that report years, parts of years and two boundaries, from a lake written by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt.warehouse_inputs import Inputs, Row, read, run

pytestmark = pytest.mark.slow

YEARLY, JOINT, SHORT, TWO = "YEARLY", "JOINT", "SHORT", "TWO"
NEIGHBOUR = {"counterparty_kind_code": "unit"}
#: tce of a MWh (standard_coal, electricity, calorific) and of a tonne of raw coal.
POWER, COAL = Decimal("0.1229"), Decimal("0.7143")


def _submission(park: str, period: str) -> Row:
    return {
        "submission_id": f"{park}/{period}",
        "form": "park_return",
        "reporting_unit_code": park,
        "period_code": period,
    }


def _cover(park: str, period: str, basis: str = "discrete", boundaries: str = "physical") -> Row:
    return {
        "submission_id": f"{park}/{period}",
        "period_basis_code": basis,
        "submission_status_code": "final",
        "boundaries_reported_code": boundaries,
    }


def _unit(park: str, period: str, code: str, **more: object) -> Row:
    return {
        "submission_id": f"{park}/{period}",
        "unit_code": code,
        "unit_name": "示例单位",
        "unit_role_code": "tenant",
        "reporting_basis_code": "located",
        "industry_code": "2611",
        **more,
    }


def _coal(park: str, period: str, line: str, unit: str, flow: str, quantity: str, **more: object) -> Row:
    return {
        "submission_id": f"{park}/{period}",
        "line_id": line,
        "unit_code": unit,
        "carrier_code": "raw_coal",
        "flow_code": flow,
        "quantity": quantity,
        "quantity_unit": "t",
        **more,
    }


def _power(line: str, unit: str, direction: str, kind: str, quantity: str, **more: object) -> Row:
    return {
        "submission_id": f"{TWO}/2025",
        "line_id": line,
        "unit_code": unit,
        "direction_code": direction,
        "kind_code": kind,
        "counterparty_kind_code": "grid",
        "quantity": quantity,
        "quantity_unit": "MWh",
        **more,
    }


def _certificate(line: str, bundle: str, quantity: str) -> Row:
    return {
        "submission_id": f"{TWO}/2025",
        "line_id": line,
        "unit_code": "U1",
        "instrument_type_code": "green_certificate",
        "bundle_code": bundle,
        "is_tradable": True,
        "serial_from": "A",
        "quantity": quantity,
        "quantity_unit": "MWh",
        "consumption_year": 2025,
    }


#: What each return of a period says it burned, t.
BURNED = {
    (YEARLY, "2025"): "1000",
    **{(YEARLY, f"2025-Q{quarter}"): "240" for quarter in range(1, 5)},
    (JOINT, "2025-02"): "20",
    **{(JOINT, f"2025-{month:02d}"): "10" for month in range(3, 13)},
    (SHORT, "2025-Q1"): "5",
    (SHORT, "2025-Q3"): "5",
}


def _inputs(folder: Path) -> Inputs:
    periods = [*BURNED, (TWO, "2025")]
    register = [
        {
            "submission_id": "REGISTER",
            "park_code": park,
            "park_name_zh": "示例园区",
            "park_level_code": "national",
            "park_type_code": "ETDZ",
            "park_status_code": "construction",
            "is_publishable": True,
            "is_synthetic": True,
        }
        for park in (YEARLY, JOINT, SHORT, TWO)
    ]
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): [*register],
        ("park_return", "cover"): [
            _cover(park, period, "year_to_date" if (park, period) == (JOINT, "2025-02") else "discrete")
            for park, period in BURNED
        ]
        + [_cover(TWO, "2025", boundaries="both")],
        ("park_return", "units"): [_unit(park, period, "U1") for park, period in BURNED]
        + [
            _unit(JOINT, "2025-03", "LEFT"),
            _unit(TWO, "2025", "U1"),
            _unit(
                TWO,
                "2025",
                "U2",
                reporting_basis_code="legal_person",
                physical_share_ratio="0.5",
                administrative_share_ratio="0",
            ),
            _unit(TWO, "2025", "U3", reporting_basis_code="legal_person", physical_share_ratio="1"),
        ],
        ("park_return", "energy"): [
            *(_coal(park, period, "E1", "U1", "FIN", burned) for (park, period), burned in BURNED.items()),
            _coal(YEARLY, "2025-Q1", "E2", "U1", "FIN", "7", row_disposition="refused"),
            _coal(TWO, "2025", "E1", "U1", "FIN", "100"),
            _coal(TWO, "2025", "E2", "U1", "PUR", "90"),
            _coal(TWO, "2025", "E3", "U1", "OPN", "20"),
            _coal(TWO, "2025", "E4", "U1", "CLS", "8"),
            _coal(TWO, "2025", "E5", "U1", "SAL", "3"),
            _coal(TWO, "2025", "E6", "U2", "FIN", "40"),
            _coal(TWO, "2025", "E7", "U3", "FIN", "1"),
            _coal(TWO, "2025", "E8", "U2", "FIN", "1", row_disposition="refused"),
        ],
        ("park_return", "power_heat"): [
            _power("X1", "U1", "received", "E-GT", "100"),
            _power("X2", "U1", "sent", "E-GRID", "30", counterparty_code="U2", **NEIGHBOUR),
            _power(
                "X3", "U1", "received", "E-DL", "7", counterparty_kind_code="park", counterparty_code=YEARLY
            ),
            _power("X4", "U1", "received", "E-GRID", "10"),
        ],
        ("park_return", "instruments"): [
            _certificate("I1", "green_trade", "60"),
            _certificate("I2", "unbundled", "25"),
        ],
        ("park_return", "completeness"): [
            {
                "submission_id": f"{park}/{period}",
                "source_category_code": category,
                "completeness_code": "NE",
            }
            for park, period in ((TWO, "2025"), (JOINT, "2025-02"), (JOINT, "2025-03"), (YEARLY, "2025-Q1"))
            for category in ("heat", "removals")
        ],
    }
    submissions: list[Row] = [
        {"submission_id": "REGISTER", "form": "park_register", "reporting_unit_code": "330000"},
        *(_submission(park, period) for park, period in periods),
    ]
    return Inputs(folder, rows, submissions)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    inputs = _inputs(tmp_path_factory.mktemp("periods"))
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
        (SHORT, False, "none", 0),
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
    assert read(build, f"select * from int_activity where park_code = '{SHORT}'") == []


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
