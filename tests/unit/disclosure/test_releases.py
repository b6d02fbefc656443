"""What two releases tell together, and what the second withholds for the sake of the first."""

from typing import Any, Final

import polars as pl
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


def test_parks_that_are_classed_anew_hide_no_late_return() -> None:
    """All of province B changes its type, and none of its figures."""
    anew = [
        (owner, area, component, {"T0": "T1", "T1": "T0"}[kind] if area == "B" else kind, amount)
        for owner, area, component, kind, amount in nation()
    ]
    found = [one for one in _two_releases(nation(), [*anew, LATE]) if one.is_breached]
    assert {(round(one.lower), round(one.upper)) for one in found} >= {(149, 151)}


def test_a_park_that_is_classed_anew_is_told_by_the_difference_of_its_classes() -> None:
    """One owner moves from one type to the other: both sums change by its figure."""
    anew = [("Cfuel1", "C", "fuel", "T0", 110) if one[0] == "Cfuel1" else one for one in nation()]
    assert ("Cfuel1", "C", "fuel", "T1", 110) in nation()
    first = _published("R0", nation())
    careless = attack_release(PUBLIC, 2025, [first, _published("R1", anew)]).filter("is_breached")
    assert ("park_type=T0", True) in careless.select("cell_code", "is_difference").rows()
    second = _published("R1", anew, first)
    assert attack_release(PUBLIC, 2025, [first, second]).filter("is_breached").is_empty()


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


@pytest.mark.filterwarnings("error")
def test_what_is_recorded_otherwise_and_adds_up_to_the_same_is_no_change() -> None:
    """Two figures of a unit, by a code that no table counts by, are stated the other way round."""

    def given(first: int, second: int) -> dict[str, pl.DataFrame]:
        frame = contributions_of(*nation())
        both = frame.filter(owner_code="Bfuel0")
        return {
            "m": pl.concat(
                [
                    frame.filter(pl.col("owner_code") != "Bfuel0"),
                    *(
                        both.with_columns(
                            pl.lit(code).alias("gas_group_code"),
                            pl.lit(value).cast(pl.Decimal(38, 12)).alias("amount"),
                        )
                        for code, value in (("CO2", first), ("CH4", second))
                    ),
                ]
            )
        }

    earlier, later = given(40, 60), given(60, 40)
    first = protect(PUBLIC, [MEASURE], earlier)
    tables = {one.code: table_of(PUBLIC, one, MEASURE, first) for one in PUBLIC.tables}
    second = protect(PUBLIC, [MEASURE], later, [Published("R0", earlier, tables)])
    assert second.status.to_list() == first.status.to_list()
