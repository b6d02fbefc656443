"""How a period is written: the one place (L10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.contracts.model import PeriodType

#: Period type -> the texts that are one. That a day exists is checked where dates are read.
PERIOD_PATTERNS: Final[Mapping[PeriodType, str]] = {
    "year": r"^[12][0-9]{3}$",
    "quarter": r"^[12][0-9]{3}-Q[1-4]$",
    "month": r"^[12][0-9]{3}-(0[1-9]|1[0-2])$",
    "date": r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$",
}


@dataclass(frozen=True)
class PeriodWords:
    """A period type in words, and how one is written."""

    zh: str
    en: str
    example: str
    meaning_zh: str
    meaning_en: str


PERIOD_WORDS: Final[Mapping[PeriodType, PeriodWords]] = {
    "year": PeriodWords("年报", "year", "2025", "全年", "the whole year"),
    "quarter": PeriodWords("季报", "quarter", "2025-Q1", "该季度（1 至 3 月）", "that quarter"),
    "month": PeriodWords("月报", "month", "2025-01", "该月", "that month"),
    "date": PeriodWords("日期", "day", "2025-01-31", "该日起", "from that day on"),
}


def period_examples(period_types: Sequence[PeriodType]) -> str:
    """How a period of one of these types is written, for people."""
    return ", ".join(PERIOD_WORDS[kind].example for kind in period_types)
