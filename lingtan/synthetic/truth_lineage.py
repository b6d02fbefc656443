"""Parks over the years of a release: which are one line, what became of each, and the sums of each line.

Parks that merge, split or change their code are one line under the smallest of their codes, in every year of
a release that has years on both sides of the change. What became of a park is told against the year before
in the release; nothing is told of the first one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lingtan.synthetic.model import Park
from lingtan.synthetic.register import park_code
from lingtan.synthetic.register_changes import CHANGED_FROM, MERGED, RECODED, RENAMED, SPLIT
from lingtan.synthetic.truth_park_years import CellsOfKind
from lingtan.synthetic.truth_totals import Sum, Sums


def register_cells(parks: Iterable[Park], year: int, years: Sequence[int]) -> CellsOfKind:
    """Kind -> (park) -> what the register says, and what became of the park.

    Args:
        parks: The parks of the year.
        year: The year.
        years: All years of the release.
    """
    cells: CellsOfKind = defaultdict(dict)
    lines = _lines(years)
    known = {park.code: park for park in parks}
    parents = {code: park.parent_code for code, park in known.items()}
    for park in known.values():
        key = (park.code,)
        cells["register_status"][key] = park.status_code
        cells["register_parent"][key] = park.parent_code
        cells["register_level"][key] = _level(parents, park.code)
        cells["register_line"][key] = lines.get(park.code, park.code)
        cells["register_change"][key] = _change(park.code, year, years)
    return cells


def line_cells(of_parks: Mapping[str, Mapping[tuple[str, ...], object]], years: Sequence[int]) -> CellsOfKind:
    """Kind -> (line, boundary, component ...) -> sum over its parks, gaps, number of parks."""
    lines = _lines(years)
    sums: Sums[tuple[str, ...]] = Sums()
    parks: dict[tuple[str, ...], int] = defaultdict(int)
    gaps = of_parks["park_component_gaps"]
    for (park, *rest), value in of_parks["park_component"].items():
        key = (lines.get(park, park), *rest)
        sums.add(key, Sum(value, gaps[park, *rest]))  # type: ignore[arg-type]
        parks[key] += 1
    cells: CellsOfKind = defaultdict(dict)
    for key, part in sums.of.items():
        cells["line_component"][key] = part.value
        cells["line_gaps"][key] = part.gaps
        cells["line_parks"][key] = parks[key]
    return cells


def _level(parents: Mapping[str, str | None], code: str) -> int:
    parent = parents.get(code)
    return 0 if parent is None else 1 + _level(parents, parent)


def _lines(years: Sequence[int]) -> dict[str, str]:
    """Park -> the code of its line, of the parks that change."""
    if not min(years) < CHANGED_FROM <= max(years):
        return {}
    groups = [(new, *old) for new, old in MERGED.items()]
    groups += [(old, *new) for old, new in SPLIT.items()]
    groups += list(RECODED.items())
    return {park_code(*place): min(park_code(*one) for one in group) for group in groups for place in group}


def _change(code: str, year: int, years: Sequence[int]) -> str:
    if year == min(years):
        return "first_year"
    before = max(one for one in years if one < year)
    if not before < CHANGED_FROM <= year:
        return "continued"
    changes = {
        "merged": MERGED,
        "split": [new for several in SPLIT.values() for new in several],
        "renamed": [*RECODED.values(), *RENAMED],
    }
    for change, places in changes.items():
        if code in {park_code(*place) for place in places}:
            return change
    return "continued"
