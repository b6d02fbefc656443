"""A small sound park return, as files in the accepted formats, to be broken cell by cell."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.load import contract_for
from lingtan.contracts.model import Contract
from lingtan.contracts.workbook import write_workbook

Rows = dict[str, list[dict[str, object]]]


def contract() -> Contract:
    return contract_for("park_return", "1")


def sound_return(park: str = "示例园区001", *, kind: str = "original", quantity: str = "12.5") -> Rows:
    return {
        "cover": [
            {
                "park_code": park,
                "park_name": "示例零碳园区",
                "period": "2025",
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "submission_kind_code": kind,
                "boundaries_reported_code": "physical",
            }
        ],
        "units": [
            {
                "unit_code": "U1",
                "unit_name": "示例单位",
                "unit_role_code": "tenant",
                "reporting_basis_code": "located",
                "industry_code": "2611",
            }
        ],
        "energy": [
            _energy("E1", "bituminous", quantity, "t"),
            _energy("E2", "diesel", "3.125", "t"),
            _energy("E3", "natural_gas", "40.0625", "10km3"),
        ],
        "power_heat": [],
        "process": [],
        "completeness": [],
    }


def _energy(line: str, carrier: str, quantity: str, unit: str) -> dict[str, object]:
    return {
        "line_id": line,
        "unit_code": "U1",
        "carrier_code": carrier,
        "flow_code": "FIN",
        "quantity": Decimal(quantity),
        "quantity_unit": unit,
    }


def workbook(path: Path, rows: Rows, edit: Callable[[Workbook], None] | None = None) -> Path:
    """The filled template; `edit` does to it what a clerk might."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(contract(), path, rows)
    if edit is not None:
        book = load_workbook(path)
        edit(book)
        book.save(path)
    return path


def bundle(path: Path, rows: Rows) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv_bundle(contract(), path, rows)
    return path
