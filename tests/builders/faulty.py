"""A park return as a clerk might send it: sound rows and, beside them, one fault of each kind."""

from pathlib import Path

from openpyxl import Workbook

from tests.builders.park_returns import workbook
from tests.builders.release import return_of

PARK = "FAULTY-1"
#: Sound are 1000 t of bituminous coal x 1.851322 and 10000 MWh x 0.8325 (see the golden scenario "fuel").
SOUND_TOTAL = "10176.322"
#: Every error: rule, sheet, cell, and what was found there.
FAULTS = (
    ("CELL_ERROR", "能源", "F9", "#DIV/0!"),
    ("CELL_NOT_A_NUMBER", "能源", "F10", "约十二"),
    ("CELL_UNKNOWN_CODE", "能源", "C7", "无此品种"),
    ("CELL_UNKNOWN_CODE", "能源", "G8", "无此单位"),
    ("RETURN_SHARE_MISSING", "单位名录", "I7", None),
    ("STRUCTURE_UNKNOWN_SHEET", "多余", "B3", "多余"),
)


def _unit(code: str, basis: str) -> dict[str, object]:
    return {
        "unit_code": code,
        "unit_name": f"示例单位{code}",
        "unit_role_code": "tenant",
        "reporting_basis_code": basis,
        "industry_code": "2611",
    }


def _energy(line: str, unit: str, carrier: str = "bituminous", quantity: str = "1000") -> dict[str, object]:
    return {
        "line_id": line,
        "unit_code": unit,
        "carrier_code": carrier,
        "flow_code": "FIN",
        "quantity": quantity,
        "quantity_unit": "t",
    }


def _power_heat(
    line: str, unit: str, direction: str, kind: str, other: tuple[str, str], quantity: tuple[str, str]
) -> dict[str, object]:
    measured = {"measured_factor": "0.105", "evidence_tier_code": "measured"} if kind == "H-FOS" else {}
    return {
        "line_id": line,
        "unit_code": unit,
        "direction_code": direction,
        "kind_code": kind,
        "counterparty_kind_code": other[0],
        "counterparty_code": other[1],
        "quantity": quantity[0],
        "quantity_unit": quantity[1],
        **measured,
    }  # fmt: skip


def _break(book: Workbook) -> None:
    energy = book["能源"]
    energy["C7"] = "无此品种"
    energy["G8"] = "无此单位"
    energy["F9"] = "#DIV/0!"
    energy["F9"].data_type = "e"
    energy["F10"] = "约十二"
    book.create_sheet("多余")["B3"] = "x"


def write_faulty_return(path: Path) -> Path:
    """Lines E1, P1 are sound, E2 to E5 each broken in one cell; unit U2 is a legal person without its share.

    U2 burns coal (E6) and takes heat from U1 (P2 sent, P3 received).
    """
    rows = return_of(
        PARK,
        {
            "units": [_unit("U1", "located"), _unit("U2", "legal_person")],
            "energy": [
                _energy("E1", "U1"),
                _energy("E2", "U1", "diesel"),
                _energy("E3", "U1", "natural_gas"),
                _energy("E4", "U1", "lpg"),
                _energy("E5", "U1", "fuel_oil"),
                _energy("E6", "U2", "anthracite"),
            ],
            "power_heat": [
                _power_heat("P1", "U1", "received", "E-GRID", ("grid", "GRID:GRID_EAST"), ("1000", "10MWh")),
                _power_heat("P2", "U1", "sent", "H-FOS", ("unit", "U2"), ("1000", "GJ")),
                _power_heat("P3", "U2", "received", "H-FOS", ("unit", "U1"), ("1000", "GJ")),
            ],
        },
    )
    return workbook(path, {name: [dict(row) for row in table] for name, table in rows.items()}, _break)
