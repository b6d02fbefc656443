"""Values into cells, exactly."""

from datetime import date
from decimal import Decimal

from openpyxl.cell import Cell

from lingtan.contracts.model import BOOLEAN_TEXTS

_TEXT_OF_BOOLEAN = {meaning: text for text, meaning in reversed(list(BOOLEAN_TEXTS.items()))}


def write_value(cell: Cell, value: object) -> None:
    """Put a value into a cell so that a reader gets the same value back (L3).

    A Decimal or int becomes a number cell where the double that the file stores, written in its shortest
    exact form, is the same number: up to 15 significant digits always, with 16 mostly. Otherwise, for
    example 12345.678901234567, its digits become a text cell, since a number cell would change them. A
    number cell keeps no trailing zeros: 1.50 reads 1.5. Text stays text, also where it looks like a number
    or begins with `=`. A bool becomes 是 or 否, a date a date cell; None leaves the cell empty.

    Raises:
        TypeError: a value of another type; a float is refused.
    """
    match value:
        case None:
            return
        case bool():
            _write_text(cell, _TEXT_OF_BOOLEAN[value])
        case Decimal() | int():
            _write_number(cell, Decimal(value))
        case date():
            if cell.is_date:
                cell.value = value
            else:
                _write_text(cell, value.isoformat())
        case str():
            _write_text(cell, value)
        case _:
            raise TypeError(f"{type(value).__name__} cannot stand in a form: {value!r}")


def _write_number(cell: Cell, value: Decimal) -> None:
    # The library writes a number with 16 significant digits; what a reader makes of those must be the value.
    stored = float(f"{value:.16g}")
    if cell.number_format != "@" and Decimal(repr(stored)) == value:
        cell.value = int(value) if value == value.to_integral_value() else stored
    else:
        _write_text(cell, f"{value:f}")


def _write_text(cell: Cell, text: str) -> None:
    cell.value = text
    # The library would take "=1+1" for a formula and "#N/A" for an error.
    cell.data_type = "s"
