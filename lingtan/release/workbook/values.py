"""What a released cell becomes in a sheet: a number as exact as a sheet can hold it, or a word (L3, L7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, Final

#: Significant digits that every spreadsheet program keeps and shows; a binary double holds no more for sure.
SIGNIFICANT_DIGITS: Final = 15
#: A cell without a figure, where no column of the row says why. Neither blank nor zero.
NO_VALUE: Final = "—"
NOT_ESTIMATED: Final = "NE"
YES: Final = "是 yes"
NO: Final = "否 no"
NOT_REPORTED: Final = "未报送 not reported"
#: Characters that a cell can hold.
TEXT_LIMIT: Final = 32_767
_CUT: Final = "… [CSV]"

_CONTEXT: Final = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Number:
    """A number as a sheet holds it.

    Attributes:
        value: the double nearest to the decimal of at most 15 significant digits.
        decimals: how many decimals that decimal has, trailing zeros left out: what the format shows.
        is_exact: whether it is the released figure; else that one, rounded half up.
    """

    value: float
    decimals: int
    is_exact: bool


def number_of(released: Decimal) -> Number:
    """The number for a released figure."""
    held = _CONTEXT.plus(released)
    text = format(held, "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return Number(float(f"{whole}.{fraction}" if fraction else whole), len(fraction), held == released)


def text_of_cell(text: str) -> str:
    """The text as a cell can hold it; one that is longer ends with a hint to the CSV file."""
    return text if len(text) <= TEXT_LIMIT else text[: TEXT_LIMIT - len(_CUT)] + _CUT


class MissingWords:
    """Says for each row what stands where a figure is missing (L7)."""

    def __init__(self, columns: Sequence[str]) -> None:
        places: Mapping[str, int] = {name: place for place, name in enumerate(columns)}
        self._key = places.get("notation_key_code")
        self._reasons = [
            place for name, place in places.items() if name.endswith("not_estimated_reason_code")
        ]
        self._counts = [place for name, place in places.items() if name == "not_estimated_count"]
        self._year_source = places.get("year_source_code")

    def word(self, row: Sequence[Any]) -> str:
        """The notation key of the row, NE where something was not estimated, else a dash."""
        if self._key is not None and row[self._key] is not None:
            return str(row[self._key])
        if any(row[place] is not None for place in self._reasons) or any(
            row[place] for place in self._counts
        ):
            return NOT_ESTIMATED
        if self._year_source is not None and row[self._year_source] == "none":
            return NOT_REPORTED
        return NO_VALUE
