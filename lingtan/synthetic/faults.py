"""Errors on request: one fault of each kind in lines added to a park return, and what the intake has to find.

Every fault stands in a line of its own behind the lines of the return, so that the figures of the sound lines
stay what they were: a faulty line is refused and enters no fact.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

import polars as pl
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from lingtan.contracts.code_lists import SEEDS
from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.form_rows import FormRows, Row
from lingtan.contracts.model import NOTATION_KEYS, Contract
from lingtan.contracts.workbook import write_workbook
from lingtan.contracts.workbook_sheets import FIRST_ROW

FaultKind = Literal[
    "text_in_number",
    "error_or_formula",
    "unknown_code",
    "out_of_range",
    "too_many_digits",
    "missing_value",
    "duplicate_line",
    "unit_not_listed",
    "unit_does_not_fit",
    "notation_not_allowed",
]
FAULT_KINDS: Final[tuple[FaultKind, ...]] = get_args(FaultKind)

#: How the return is delivered: the generated workbook, or the bundle of CSV files.
Delivery = Literal["xlsx", "csv"]

#: The table that holds the faulty lines.
TABLE: Final = "energy"

_ERROR: Final = "#DIV/0!"
_FORMULA: Final = "=1+1"


@dataclass(frozen=True, order=True)
class ExpectedFinding:
    """A finding the intake has to give: where, by which rule, and the text that was found there."""

    file_name: str
    table_name: str
    sheet: str
    cell: str
    rule_id: str
    found: str


@dataclass(frozen=True)
class Planted:
    """A return with faults in it.

    Attributes:
        rows: the rows to write, with the faulty lines.
        expected: every finding the faults give, by cell and rule, and no other.
        line_ids: the lines that must be refused.
        errors: (sheet, cell) of a workbook that holds a spreadsheet error.
        formulas: (sheet, cell) of a workbook that holds a formula without a stored result.
    """

    rows: FormRows
    expected: tuple[ExpectedFinding, ...]
    line_ids: tuple[str, ...]
    errors: tuple[tuple[str, str], ...] = ()
    formulas: tuple[tuple[str, str], ...] = ()


@dataclass
class _Bed:
    """Where faults are planted: the lines so far, and what has to be found."""

    contract: Contract
    delivery: Delivery
    file_name: str
    sound: Row
    lines: list[Row]
    expected: list[ExpectedFinding] = field(default_factory=list)
    planted: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    formulas: list[tuple[str, str]] = field(default_factory=list)

    def add(self, changes: Row, column: str, *rules: str, found: str = "") -> tuple[str, str]:
        """Add a sound line with these changes; `rules` find its cell of `column`. Returns sheet and cell."""
        table = self.contract.table(TABLE)
        line = {**self.sound, "line_id": f"FAULT-{len(self.planted) + 1:02d}", **changes}
        self.lines.append(line)
        self.planted.append(str(line["line_id"]))
        # The head of a CSV file is its first row; a workbook's sheet has its own head above the rows.
        first = FIRST_ROW if self.delivery == "xlsx" else 2
        sheet = table.title.zh if self.delivery == "xlsx" else f"{TABLE}.csv"
        position = [known.name for known in table.columns].index(column) + 1
        cell = f"{get_column_letter(position)}{first + len(self.lines) - 1}"
        self.expected += [ExpectedFinding(self.file_name, TABLE, sheet, cell, rule, found) for rule in rules]
        return sheet, cell


def plant_faults(
    contract: Contract,
    rows: FormRows,
    kinds: Sequence[FaultKind] = FAULT_KINDS,
    *,
    delivery: Delivery,
    file_name: str,
) -> Planted:
    """Add a faulty line (a duplicate: two) for each kind to the energy table of a park return.

    The faults burn a carrier that their unit does not use elsewhere, so that no sum of the return changes for
    a rule that compares lines. A spreadsheet error in CSV is a text in a number cell.

    Args:
        contract: the form park_return.
        rows: a return as written to the form; it has a line of final use (FIN) with a number.
        kinds: which faults, in this order.
        delivery: how the return will be written; it decides sheets and addresses.
        file_name: the file it will be written to.

    Raises:
        ValueError: no line of final use, or no carrier is left for the faults.
    """
    lines = list(rows.get(TABLE, ()))
    bed = _Bed(contract, delivery, file_name, _sound_line(lines), lines)
    for kind in kinds:
        _PLANTERS[kind](bed)
    return Planted(
        rows={**rows, TABLE: bed.lines},
        expected=tuple(sorted(bed.expected)),
        line_ids=tuple(dict.fromkeys(bed.planted)),
        errors=tuple(bed.errors),
        formulas=tuple(bed.formulas),
    )


def write_planted(contract: Contract, folder: Path, planted: Planted, file_name: str) -> Path:
    """Write a faulty return to a workbook or a CSV bundle, as the suffix of the file says."""
    path = folder / file_name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix != ".xlsx":
        write_csv_bundle(contract, path, planted.rows)
        return path
    write_workbook(contract, path, planted.rows)
    book = load_workbook(path, rich_text=True)
    for sheet, cell in planted.errors:
        book[sheet][cell].value = _ERROR
        book[sheet][cell].data_type = "e"
    for sheet, cell in planted.formulas:
        book[sheet][cell].value = _FORMULA
        book[sheet][cell].data_type = "f"
    book.save(path)
    return path


def _sound_line(lines: Sequence[Row]) -> Row:
    """A line of final use that is sound: of the unit of the first such line, of a carrier new to the unit."""
    final = [line for line in lines if line["flow_code"] == "FIN" and line["quantity"] not in NOTATION_KEYS]
    if not final:
        raise ValueError("the return has no line of final use")
    unit = final[0]["unit_code"]
    used = {line["carrier_code"] for line in lines if line["unit_code"] == unit}
    carriers = pl.read_csv(SEEDS / "carriers.csv", infer_schema=False).filter(
        pl.col("is_fuel") == "true", pl.col("canonical_unit_code") == "t"
    )["carrier_code"]
    free = [carrier for carrier in carriers if carrier not in used]
    if not free:
        raise ValueError(f"unit {unit} uses every fuel")
    return {
        "unit_code": unit,
        "carrier_code": free[0],
        "flow_code": "FIN",
        "quantity": Decimal(10),
        "quantity_unit": "t",
    }


def _error_or_formula(bed: _Bed) -> None:
    if bed.delivery == "csv":
        bed.add({"quantity": _ERROR}, "quantity", "CELL_NOT_A_NUMBER", found=_ERROR)
        return
    bed.errors.append(bed.add({"quantity": None}, "quantity", "CELL_ERROR", found=_ERROR))
    bed.formulas.append(bed.add({"quantity": None}, "quantity", "CELL_FORMULA", "CELL_MISSING_VALUE"))


def _duplicate_line(bed: _Bed) -> None:
    for _ in range(2):
        bed.add({"line_id": "FAULT-TWICE"}, "line_id", "RETURN_DUPLICATE_LINE", found="FAULT-TWICE")


def _one(column: str, value: object, rule: str) -> Callable[[_Bed], None]:
    """A planter of one wrong value; None is found as an empty text."""

    def plant(bed: _Bed) -> None:
        bed.add({column: value}, column, rule, found="" if value is None else str(value))

    return plant


_Planter: TypeAlias = Callable[[_Bed], None]
_PLANTERS: Final[Mapping[FaultKind, _Planter]] = {
    "text_in_number": _one("quantity", "约十二", "CELL_NOT_A_NUMBER"),
    "error_or_formula": _error_or_formula,
    "unknown_code": _one("carrier_code", "无此品种", "CELL_UNKNOWN_CODE"),
    "out_of_range": _one("quantity", Decimal(-1), "CELL_OUT_OF_RANGE"),
    "too_many_digits": _one("quantity", Decimal(10**13), "CELL_TOO_MANY_DIGITS"),
    "missing_value": _one("quantity", None, "CELL_MISSING_VALUE"),
    "duplicate_line": _duplicate_line,
    "unit_not_listed": _one("unit_code", "无此单位", "RETURN_UNIT_NOT_LISTED"),
    "unit_does_not_fit": _one("quantity_unit", "MWh", "RETURN_UNIT_DOES_NOT_FIT_CARRIER"),
    "notation_not_allowed": _one("net_calorific_value", "NE", "CELL_NOTATION_NOT_ALLOWED"),
}
