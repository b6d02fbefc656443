"""Two park returns as clerks might send them, a workbook and a CSV bundle, each with every kind of fault."""

from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import load_workbook

from lingtan.synthetic.faults import Delivery, ExpectedFinding, Planted, plant_faults, write_planted
from tests.builders.park_returns import contract
from tests.builders.release import Rows, return_of

#: Sound are 1000 t of bituminous coal x 1.851322 and 10000 MWh x 0.8325 (see the golden scenario "fuel").
SOUND_TOTAL = "10176.322"


@dataclass(frozen=True)
class Faulty:
    """A faulty return: its park, its file, and what has to be found in it.

    Attributes:
        planted: the rows with their faults; `expected` also holds the unit without its share and, in the
            workbook, the sheet too many.
        counts: the rows read of the file, by what became of them.
    """

    park: str
    file_name: str
    planted: Planted
    counts: dict[str, int]


def faulty_returns() -> tuple[Faulty, ...]:
    """The workbook and the CSV bundle."""
    # Used are U1, E1, E6 and P1 to P3; refused U2, the planted lines and the row of the sheet too many.
    book = _planted("FAULTY-1", "xlsx", "faulty.xlsx")
    sheet = ExpectedFinding("faulty.xlsx", "", "多余", "B3", "STRUCTURE_UNKNOWN_SHEET", "多余")
    book = replace(book, expected=(*book.expected, sheet))
    bundle = _planted("FAULTY-2", "csv", "faulty.zip")
    return (
        Faulty("FAULTY-1", "faulty.xlsx", book, {"rows_used": 6, "rows_refused": 14}),
        Faulty("FAULTY-2", "faulty.zip", bundle, {"rows_used": 6, "rows_refused": 12}),
    )


def write_faulty_returns(folder: Path) -> None:
    """Write both; the workbook has a sheet that the form does not know."""
    for one in faulty_returns():
        path = write_planted(contract(), folder, one.planted, one.file_name)
        if path.suffix == ".xlsx":
            workbook = load_workbook(path, rich_text=True)
            workbook.create_sheet("多余")["B3"] = "x"
            workbook.save(path)


def _planted(park: str, delivery: Delivery, file_name: str) -> Planted:
    planted = plant_faults(contract(), _rows(park), delivery=delivery, file_name=file_name)
    sheet, cell = ("单位名录", "I7") if delivery == "xlsx" else ("units.csv", "I3")
    share = ExpectedFinding(file_name, "units", sheet, cell, "RETURN_SHARE_MISSING", "")
    return replace(planted, expected=(*planted.expected, share))


def _rows(park: str) -> Rows:
    """Lines E1, P1 are sound; unit U2 is a legal person without its share.

    U2 burns coal (E6) and takes heat from U1 (P2 sent, P3 received).
    """
    grid = ("grid", "GRID:GRID_EAST")
    return return_of(
        park,
        {
            "units": [_unit("U1", "located"), _unit("U2", "legal_person")],
            "energy": [_energy("E1", "U1", "bituminous"), _energy("E6", "U2", "anthracite")],
            "power_heat": [
                _power_heat("P1", "U1", "received", "E-GRID", grid, ("1000", "10MWh")),
                _power_heat("P2", "U1", "sent", "H-FOS", ("unit", "U2"), ("1000", "GJ")),
                _power_heat("P3", "U2", "received", "H-FOS", ("unit", "U1"), ("1000", "GJ")),
            ],
            "process": [],
            "completeness": [],
        },
    )


def _unit(code: str, basis: str) -> dict[str, object]:
    return {
        "unit_code": code,
        "unit_name": f"示例单位{code}",
        "unit_role_code": "tenant",
        "reporting_basis_code": basis,
        "industry_code": "2611",
    }


def _energy(line: str, unit: str, carrier: str) -> dict[str, object]:
    return {
        "line_id": line,
        "unit_code": unit,
        "carrier_code": carrier,
        "flow_code": "FIN",
        "quantity": "1000",
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
    }
