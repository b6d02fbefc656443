"""Four parks: a year and its quarters, cumulative months and the rest, half a year, two boundaries."""

from pathlib import Path

from tests.dbt.rows import fuel, power, registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row

YEARLY, JOINT, SHORT, TWO = "YEARLY", "JOINT", "SHORT", "TWO"
NEIGHBOUR = {"counterparty_kind_code": "unit"}


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
    return unit(f"{park}/{period}", code, **more)


def _coal(park: str, period: str, line: str, unit: str, flow: str, quantity: str, **more: object) -> Row:
    return fuel(f"{park}/{period}", line, unit, "raw_coal", flow, quantity, **more)


def _power(line: str, unit: str, direction: str, kind: str, quantity: str, **more: object) -> Row:
    return power(f"{TWO}/2025", line, unit, direction, kind, quantity, **more)


def _certificate(line: str, bundle: str, quantity: str) -> Row:
    return {
        "submission_id": f"{TWO}/2025",
        "line_id": line,
        "unit_code": "U1",
        "instrument_type_code": "green_certificate",
        "bundle_code": bundle,
        "is_tradable": True,
        "serial_from": line,
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


def period_inputs(folder: Path) -> Inputs:
    periods = [*BURNED, (TWO, "2025")]
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): [registered("REGISTER", park) for park in (YEARLY, JOINT, SHORT, TWO)],
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
