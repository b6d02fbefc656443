"""How the registered parks of a plan hang together: parks inside parks, and from year to year (L6)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.release.plan_choice import Choice

_TABLE: Final = "park_register__parks"
_REGISTERED: Final = (
    "park_code",
    "park_name_zh",
    "parent_park_code",
    "predecessor_park_codes",
)
ANCESTORS_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "park_code": pl.String(),
        "ancestor_park_code": pl.String(),
        "distance": pl.Int32(),
    }
)
LINEAGE_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "park_code": pl.String(),
        "lineage_code": pl.String(),
        "lineage_change_code": pl.String(),
        "unknown_predecessor_codes": pl.String(),
    }
)

#: Park code -> its row of the register.
_Register = Mapping[str, Mapping[str, Any]]


def registered_parks(choice: Choice, lake: Path) -> pl.DataFrame:
    """The parks of every year's registers, as the warehouse takes them: one row a year and park.

    Args:
        choice: what is planned.
        lake: where the registers' rows lie.

    Returns:
        reference_year, park_code, park_name_zh, parent_park_code, predecessor_park_codes.
    """
    registers = choice.submissions.filter(pl.col("form") == "park_register")
    files = [lake / batch / f"{_TABLE}.parquet" for batch in registers["batch_id"].unique().sort()]
    columns = ["submission_id", "row_number", "row_disposition", *_REGISTERED]
    rows = [pl.read_parquet(path, columns=columns) for path in files if path.is_file()]
    if not rows:
        return pl.DataFrame(schema={"reference_year": pl.Int32(), **dict.fromkeys(_REGISTERED, pl.String())})
    return (
        pl.concat(rows)
        .filter(pl.col("row_disposition") == "used", pl.col("park_code").is_not_null())
        .join(choice.registers, on="submission_id")
        .sort("reference_year", "park_code", "province_code", "submission_id", "row_number")
        .unique(["reference_year", "park_code"], keep="first", maintain_order=True)
        .select("reference_year", *_REGISTERED)
    )


def _by_year(parks: pl.DataFrame) -> Mapping[int, _Register]:
    years: dict[int, dict[str, Mapping[str, Any]]] = {}
    for row in parks.sort("reference_year", "park_code").iter_rows(named=True):
        years.setdefault(row["reference_year"], {})[row["park_code"]] = row
    return years


def park_ancestors(parks: pl.DataFrame) -> pl.DataFrame:
    """The parks that a park lies in, of every year, however deep.

    A parent that is not registered ends the way up; a way that leads back to a park it has passed holds
    nothing: none of the parks on it, or hanging on it, is inside another.

    Args:
        parks: as `registered_parks` gives them.

    Returns:
        Rows of `ANCESTORS_SCHEMA`; the direct parent has distance 1.
    """
    rows = []
    for year, register in _by_year(parks).items():
        for code in register:
            for distance, ancestor in enumerate(_way_up(register, code), start=1):
                rows.append((year, code, ancestor, distance))
    return pl.DataFrame(rows, schema=ANCESTORS_SCHEMA, orient="row")


def _way_up(register: _Register, code: str) -> list[str]:
    passed = [code]
    while (parent := register[passed[-1]]["parent_park_code"]) in register:
        if parent in passed:
            return []
        passed.append(parent)
    return passed[1:]


def park_lineage(parks: pl.DataFrame) -> pl.DataFrame:
    """Which parks of the plan's years are one line: each with those it came from and those that came of it.

    The change of a park is told against the register of the year before in the plan: `first_year`, `new`,
    `continued`, `renamed` (another name, or a new code in place of one park that is gone), `merged` (out of
    two or more) or `split` (one of several out of one park).

    Args:
        parks: as `registered_parks` gives them.

    Returns:
        Rows of `LINEAGE_SCHEMA`: the line's code is the smallest of its parks' codes; predecessors that no
        earlier register of the plan knows (only where there is one, and when first named), separated by
        semicolons.
    """
    years = _by_year(parks)
    ties = _ties(years)
    line_of = _lines({code for register in years.values() for code in register}, ties)
    rows = []
    known: set[str] = set()
    before: _Register = {}
    for year, register in years.items():
        named = {code: _predecessors(row) for code, row in register.items()}
        heirs = Counter(one for predecessors in named.values() for one in predecessors)
        for code, row in register.items():
            told = _predecessors(before[code]) if code in before else ()
            fresh = [one for one in named[code] if one not in told]
            rows.append(
                (
                    year,
                    code,
                    line_of[code],
                    _change(row, before, named[code], heirs, register) if before else "first_year",
                    ";".join(one for one in fresh if one not in known) or None if before else None,
                )
            )
        known |= set(register)
        before = register
    return pl.DataFrame(rows, schema=LINEAGE_SCHEMA, orient="row")


def _predecessors(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes that a row names, each once; a park does not come of itself."""
    codes = (one.strip() for one in (row["predecessor_park_codes"] or "").replace("；", ";").split(";"))
    return tuple(dict.fromkeys(one for one in codes if one and one != row["park_code"]))


def _ties(years: Mapping[int, _Register]) -> Iterable[tuple[str, str]]:
    """Park and predecessor, where an earlier year of the plan registers it."""
    known: set[str] = set()
    for register in years.values():
        for code, row in register.items():
            yield from ((code, one) for one in _predecessors(row) if one in known)
        known |= set(register)


def _lines(codes: set[str], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Park -> the smallest code of all the parks it is tied to, over however many of them."""
    tied: dict[str, set[str]] = defaultdict(set)
    for one, other in ties:
        tied[one].add(other)
        tied[other].add(one)
    found: dict[str, str] = {}
    for first in sorted(codes):
        waiting = [first]
        while waiting:
            code = waiting.pop()
            if code not in found:
                found[code] = first
                waiting.extend(tied[code])
    return found


def _change(
    row: Mapping[str, Any],
    before: _Register,
    predecessors: tuple[str, ...],
    heirs: Mapping[str, int],
    register: _Register,
) -> str:
    code = row["park_code"]
    gone = [one for one in predecessors if one in before]
    if len(gone) + (code in before) > 1 and gone:
        return "merged"
    if gone:
        return "split" if heirs[gone[0]] > 1 or gone[0] in register else "renamed"
    if code not in before:
        return "new"
    return "continued" if row["park_name_zh"] == before[code]["park_name_zh"] else "renamed"
