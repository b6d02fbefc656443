"""How each park reports: boundaries, periods, file format, and what goes wrong on the way."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.exchange_plan import trades_gas
from lingtan.synthetic.model import BoundariesReported, FileFormat, Park, ReportingPattern

#: Parks of each pattern; all others send one annual return.
PATTERNS: Final[dict[ReportingPattern, int]] = {
    "monthly": 6,
    "quarterly": 8,
    "year_to_date": 3,
    "year_to_date_quarters": 3,
    "mixed": 1,
    "monthly_and_annual": 2,
    "incomplete": 1,
}
LATE: Final = 10
CORRECTED: Final = 8
WITHDRAWN: Final = 2
WORKBOOKS: Final = 30
#: In hundredths: both boundaries, then the administrative one alone; the rest is the physical one alone.
_BOTH, _ADMINISTRATIVE = 50, 54
#: Parks of this size or larger send one annual return.
_LARGE: Final = Decimal(30)
_BUNDLES: Final[tuple[FileFormat, ...]] = ("csv", "csv", "csv_bom", "csv_gb18030", "parquet")


def with_reporting(parks: Iterable[Park]) -> tuple[Park, ...]:
    """The parks with the fields that say how they report; the same for every seed."""
    known = {park.code: replace(park, boundaries_reported_code=_boundaries(park)) for park in parks}
    reporting = _shuffled("patterns", [park for park in known.values() if not park.is_silent])
    free = [park.code for park in reporting if park.scale < _LARGE and not _trades(park)]
    for pattern, count in PATTERNS.items():
        for code in free[:count]:
            known[code] = replace(known[code], pattern=pattern)
        free = free[count:]
    _mishaps(known)
    _formats(known)
    return tuple(known.values())


def _boundaries(park: Park) -> BoundariesReported:
    drawn = Draw("boundaries", park.code).integer(1, 100)
    if drawn <= _BOTH:
        return "both"
    return "administrative" if drawn <= _ADMINISTRATIVE else "physical"


def _trades(park: Park) -> bool:
    by_line = park.heat_customer or park.heat_supplier or park.power_customer or park.power_supplier
    return bool(by_line) or trades_gas((park.province_code, park.number))


def _shuffled(purpose: str, parks: Iterable[Park]) -> list[Park]:
    return sorted(parks, key=lambda park: (Draw(purpose, park.code).integer(1, 10**9), park.code))


def _mishaps(known: dict[str, Park]) -> None:
    """Choose who is late, who corrects and who withdraws; some of them do not report once a year."""
    reporting = _shuffled("mishaps", [park for park in known.values() if not park.is_silent])
    annual = [park.code for park in reporting if park.pattern == "annual"]
    monthly = [park.code for park in reporting if park.pattern == "monthly"]
    late = [*monthly[:1], *annual[: LATE - 1]]
    corrected = [*monthly[1:2], *annual[LATE - 1 : LATE + CORRECTED - 2]]
    withdrawn = annual[-WITHDRAWN:]
    for code in late:
        known[code] = replace(known[code], is_late=True)
    for code in corrected:
        known[code] = replace(known[code], is_corrected=True)
    for code in withdrawn:
        known[code] = replace(known[code], is_withdrawn=True)


def _formats(known: dict[str, Park]) -> None:
    """Workbooks for most of the largest parks and some small ones, bundles of every kind for the rest."""
    annual = [park for park in known.values() if park.pattern == "annual" and not park.is_silent]
    largest = sorted(annual, key=lambda park: (-park.scale, park.code))[: WORKBOOKS * 2 // 3]
    others = [park for park in _shuffled("workbooks", annual) if park not in largest]
    workbooks = {park.code for park in (*largest, *others[: WORKBOOKS - len(largest)])}
    for place, park in enumerate(_shuffled("formats", list(known.values()))):
        file_format: FileFormat = "xlsx" if park.code in workbooks else _BUNDLES[place % len(_BUNDLES)]
        known[park.code] = replace(known[park.code], file_format=file_format)
