"""What two releases tell together, and what the second withholds for the sake of the first."""

from typing import Any, Final

import pytest

from lingtan.disclosure.attack import Interval
from lingtan.disclosure.attack_release import attack_release
from lingtan.disclosure.cells import build_cells
from lingtan.disclosure.protect import (
    protect,
)
from lingtan.disclosure.stated import Published
from tests.builders.disclosed import (
    MEASURE,
    PUBLIC,
    attack_all,
    contributions_of,
    nation,
    protect_measure,
    stated_by_release,
)
from tests.builders.small_publication import table_of

#: A return that came after the first release.
LATE: Final = ("late", "B", "fuel", "T0", 150)


def _two_releases(first: list[Any], second: list[Any]) -> list[Interval]:
    """Each release protected by itself, then attacked together."""
    frames = [contributions_of(*rows) for rows in (first, second)]
    cells = build_cells(PUBLIC, {"m": frames})
    statements = [
        one
        for at, frame in enumerate(frames)
        for one in stated_by_release(protect_measure(PUBLIC, MEASURE, frame), cells, at)
    ]
    return attack_all(cells, statements)


def test_the_same_release_twice_tells_nothing_new() -> None:
    assert not any(one.is_breached for one in _two_releases(nation(), nation()))


def test_a_late_return_is_seen_in_the_difference_of_two_releases() -> None:
    """Each release is safe; the fuel of province B has one owner more in the second one."""
    found = [one for one in _two_releases(nation(), [*nation(), LATE]) if one.is_breached]
    assert found
    assert {(round(one.lower), round(one.upper)) for one in found} >= {(149, 151)}
    assert any(
        {"R0 by_area", "R1 by_area"} <= {" ".join(name.split()[:2]) for name in one.equations}
        for one in found
    )


def _published(name: str, rows: list[Any], *earlier: Published) -> Published:
    given = {"m": contributions_of(*rows)}
    protected = protect(PUBLIC, [MEASURE], given, earlier)
    tables = {one.code: table_of(PUBLIC, one, MEASURE, protected) for one in PUBLIC.tables}
    return Published(name, given, tables)


def test_what_a_late_return_would_tell_is_withheld_from_the_second_release() -> None:
    first = _published("R0", nation())
    second = _published("R1", [*nation(), LATE], first)
    assert attack_release(PUBLIC, 2025, [first, second]).filter("is_breached").is_empty()
    alone = _published("R1", [*nation(), LATE])
    assert alone.tables["by_area"]["mass_t"].null_count() < second.tables["by_area"]["mass_t"].null_count()


def test_what_was_withheld_stays_withheld_while_nothing_changes() -> None:
    first = _published("R0", nation())
    second = _published("R1", nation(), first)
    assert all(second.tables[code].equals(table) for code, table in first.tables.items())


@pytest.mark.parametrize(("before", "is_breached"), [(2, True), (120, False)])
def test_a_revision_tells_the_new_figure_if_the_old_one_was_next_to_nothing(
    before: int, is_breached: bool
) -> None:
    def revised(amount: int) -> list[tuple[str, str, str, str, int]]:
        return [*nation(), ("revised", "B", "fuel", "T0", amount)]

    assert any(one.is_breached for one in _two_releases(revised(before), revised(160))) is is_breached
