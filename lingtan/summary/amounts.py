"""Amounts as the pages write them: in the unit that readers of a language use, to the last digit (L3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.bulletin import numbers
from lingtan.bulletin.words import Words

#: Power of ten from the published unit to the one that is written; any other unit is written as it is.
_SHIFTS: Final[Mapping[str, Mapping[str, int]]] = {
    "zh": {"tCO2": -4, "tCO2e": -4, "tce": -4, "MWh": -5},
    "en": {"tCO2": -3, "tCO2e": -3, "tce": -3, "MWh": -3},
}
#: Digits that tell the size of a value where there is little room.
_FEW: Final = 2


@dataclass(frozen=True)
class Unit:
    """How the amounts of a measure are written.

    Attributes:
        name: the unit that is written, in words.
        shift: power of ten from the published unit.
        places: decimals that show the published value to its last digit.
    """

    name: str
    shift: int
    places: int

    def text(self, value: Decimal) -> str:
        """The published value, whole."""
        return numbers.rounded(value.scaleb(self.shift), self.places)

    def short(self, value: Decimal) -> str:
        """The size of a value where there is little room: whole from 10 on, two digits below."""
        scaled = value.scaleb(self.shift)
        places = _FEW - 1 - scaled.adjusted() if scaled else 0
        return numbers.rounded(scaled, min(max(places, 0), self.places))

    def tick(self, value: Decimal) -> str:
        """A round number on an axis."""
        return numbers.plain(value.scaleb(self.shift))


def unit_of(unit: str, decimals: int, words: Words) -> Unit:
    """How a measure of a published unit with so many decimals is written in a language."""
    shift = _SHIFTS[words.language].get(unit, 0)
    return Unit(words[f"unit_{unit}"], shift, max(decimals - shift, 0))
