"""How a period is written: the one place (L10)."""

from collections.abc import Mapping, Sequence
from typing import Final

from lingtan.contracts.model import PeriodType

#: Period type -> the texts that are one. That a day exists is checked where dates are read.
PERIOD_PATTERNS: Final[Mapping[PeriodType, str]] = {
    "year": r"^[12][0-9]{3}$",
    "quarter": r"^[12][0-9]{3}-Q[1-4]$",
    "month": r"^[12][0-9]{3}-(0[1-9]|1[0-2])$",
    "date": r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$",
}
#: Period type -> its name in Chinese and English, and how it is written.
PERIOD_WORDS: Final[Mapping[PeriodType, tuple[str, str, str]]] = {
    "year": ("年", "year", "2025"),
    "quarter": ("季", "quarter", "2025-Q1"),
    "month": ("月", "month", "2025-01"),
    "date": ("日", "day", "2025-01-31"),
}


def period_examples(period_types: Sequence[PeriodType]) -> str:
    """How a period of one of these types is written, for people."""
    return ", ".join(PERIOD_WORDS[kind][2] for kind in period_types)
