"""The periods a park reports for, and which of its returns are its year."""

from dataclasses import dataclass
from typing import Final

from lingtan.synthetic.model import PeriodBasis, ReportingPattern

_MONTHS: Final = 12


@dataclass(frozen=True)
class Due:
    """One return a park sends: months `first` to `last` under `code`."""

    code: str
    basis: PeriodBasis
    first: int
    last: int


@dataclass(frozen=True)
class Calendar:
    """What a park sends for a year: what counts, what is compared with it, and what is part of no year."""

    counted: tuple[Due, ...]
    compared: tuple[Due, ...] = ()
    not_counted: tuple[Due, ...] = ()


def calendar(pattern: ReportingPattern, year: int) -> Calendar:
    """The returns of one pattern and year."""
    annual = Due(str(year), "discrete", 1, _MONTHS)
    months = tuple(_month(year, month) for month in range(1, _MONTHS + 1))
    quarters = tuple(
        Due(f"{year}-Q{number}", "discrete", number * 3 - 2, number * 3) for number in range(1, 5)
    )
    # January and February are reported jointly.
    to_month = tuple(Due(f"{year}-{month:02d}", "year_to_date", 1, month) for month in range(2, _MONTHS + 1))
    to_quarter = tuple(Due(f"{year}-Q{number}", "year_to_date", 1, number * 3) for number in range(1, 5))
    match pattern:
        case "annual":
            return Calendar((annual,))
        case "monthly":
            return Calendar(months)
        case "quarterly":
            return Calendar(quarters)
        case "year_to_date":
            return Calendar(to_month[-1:], not_counted=to_month[:-1])
        case "year_to_date_quarters":
            return Calendar(to_quarter[-1:], not_counted=to_quarter[:-1])
        case "mixed":
            return Calendar((to_quarter[1], quarters[2], *months[9:]))
        case "monthly_and_annual":
            return Calendar((annual,), compared=months)
        case "incomplete":
            return Calendar((), not_counted=months[:-1])


def _month(year: int, month: int) -> Due:
    return Due(f"{year}-{month:02d}", "discrete", month, month)
