"""Parks in parks: a parent, its nested park, one nested in that, one whose parent is across the border."""

from pathlib import Path

from tests.dbt.rows import fuel, power, registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row

#: Park -> the park it lies in; P9 never reports, so that what lies in it counts by itself.
PARENTS = {"P": None, "C": "P", "G": "C", "FAR": "P", "P9": None, "ALONE": "P9"}
#: Park -> its units and the raw coal each burns, t.
BURNED = {
    "P": {"U1": "100", "U2": "200", "U3": "300"},
    "C": {"U2": "200", "U3": "300", "U4": "40"},
    "G": {"U3": "300"},
    "FAR": {"U1": "100"},
    "ALONE": {"U1": "7"},
}
_CREDIT_CODES = {"U1": "91330000FAKE0001X1", "U2": "91330000FAKE0002X2", "U3": "91330000FAKE0003X3"}


def _unit(park: str, code: str) -> Row:
    return unit(f"S-{park}", code, credit_code=_CREDIT_CODES.get(code))


def _certificate(park: str) -> Row:
    return {
        "submission_id": f"S-{park}",
        "line_id": "I1",
        "unit_code": "U2",
        "instrument_type_code": "green_certificate",
        "bundle_code": "unbundled",
        "is_tradable": True,
        "serial_from": "GEC-00000001",
        "serial_to": "GEC-00000060",
        "quantity": "60",
        "quantity_unit": "MWh",
        "consumption_year": 2025,
    }


def _exchanges() -> list[Row]:
    """What ALONE, P and C send each other; P and C both state U2 and U3, C alone U4."""
    lines = [
        # ALONE names C, where the unit that receives is listed; P states the same.
        ("ALONE", "X2", "U1", "sent", "50", "park", "C"),
        *((park, "X2", "U2", "received", "50", "park", "ALONE") for park in ("P", "C")),
        *((park, "X3", "U2", "sent", "20", "unit", "U3") for park in ("P", "C")),
        *((park, "X4", "U3", "received", "20", "unit", "U2") for park in ("P", "C")),
        # U4 counts by itself, but lies in P all the same.
        ("C", "X5", "U4", "sent", "7", "park", "ALONE"),
        ("ALONE", "X5", "U1", "received", "7", "park", "C"),
        ("C", "X6", "U3", "sent", "5", "unit", "U4"),
        ("C", "X7", "U4", "received", "5", "unit", "U3"),
        ("P", "X8", "U1", "sent", "3", "park", "C"),
        ("C", "X8", "U4", "received", "2", "park", "P"),
    ]
    return [
        power(
            f"S-{park}", line, unit_code, direction, "E-GRID", quantity,
            counterparty_kind_code=kind, counterparty_code=code,
        )
        for park, line, unit_code, direction, quantity, kind, code in lines
    ]  # fmt: skip


def nesting_inputs(folder: Path) -> Inputs:
    parks: list[Row] = [
        {
            **registered("S-REG-32" if park == "FAR" else "S-REG-33", park),
            "parent_park_code": parent,
            "predecessor_park_codes": None,
        }
        for park, parent in PARENTS.items()
    ]
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): parks,
        ("park_return", "units"): [_unit(park, code) for park, units in BURNED.items() for code in units],
        ("park_return", "energy"): [
            fuel(f"S-{park}", f"E-{code}", code, "raw_coal", "FIN", burned)
            for park, units in BURNED.items()
            for code, burned in units.items()
        ],
        ("park_return", "power_heat"): [
            *(power(f"S-{park}", "X1", "U2", "received", "E-GRID", "100") for park in ("P", "C")),
            *_exchanges(),
        ],
        ("park_return", "instruments"): [_certificate("P"), _certificate("C")],
    }
    submissions: list[Row] = [
        {"submission_id": f"S-REG-{code}", "form": "park_register", "reporting_unit_code": f"{code}0000"}
        for code in ("33", "32")
    ]
    submissions += [
        {"submission_id": f"S-{park}", "form": "park_return", "reporting_unit_code": park} for park in BURNED
    ]
    return Inputs(folder, rows, submissions)
