"""From contributions to published tables, and the attack on them, in one release and over several."""

from decimal import Decimal
from typing import Any, Final

import polars as pl
import pytest

from lingtan.disclosure.attack import Attack, Interval, Protected, Statements
from lingtan.disclosure.attack_release import attack_release
from lingtan.disclosure.cells import Cells, build_cells
from lingtan.disclosure.contributions import FINEST
from lingtan.disclosure.protect import (
    PRIMARY,
    SECONDARY,
    SHOWN,
    ProtectedSystem,
    protect,
    public_table,
    sensitive_of,
)
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.stated import Published, stated_by_values

MEASURE: Final = Measure(
    code="m",
    fact="fct_emissions",
    column="emission_tco2e",
    where={},
    quantity="mass_t",
    unit="t",
    decimals=0,
    zh="量",
    en="Amount",
)
PUBLIC: Final = PublicTables.model_validate(
    {
        "rules": {
            "version": "1",
            "minimum_contributors": 3,
            "dominance_count": 1,
            "dominance_ratio": "0.75",
            "p_ratio": "0.1",
            "protection_ratio": "0.1",
            "floor_ratio": "2",
            "is_verified": False,
        },
        "dimensions": {
            "area": {"levels": ["province_code"], "names": "provinces", "zh": "地区", "en": "Area"},
            "component": {
                "levels": ["component_code"],
                "names": "components",
                "zh": "分项",
                "en": "Component",
            },
            "park_type": {
                "levels": ["park_type_code"],
                "names": "park_types",
                "zh": "类型",
                "en": "Type",
            },
        },
        "measures": [MEASURE.model_dump()],
        "tables": [
            {
                "code": "by_area",
                "measure": "m",
                "by": {"area": "province_code", "component": "component_code"},
                "weight": 1,
                "zh": "各地区",
                "en": "By area",
            },
            {
                "code": "by_type",
                "measure": "m",
                "by": {"park_type": "park_type_code"},
                "weight": 1,
                "zh": "各类型",
                "en": "By type",
            },
        ],
    }
)
BY_AREA, BY_TYPE = PUBLIC.tables


def _contributions(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
    """Rows of owner, province, component, park type and amount; each is a unit of its own."""
    frame = pl.DataFrame(
        [
            dict.fromkeys(FINEST, "NA")
            | {
                "owner_code": owner,
                "unit_key": f"{owner}/{province}/{component}",
                "province_code": province,
                "component_code": component,
                "park_type_code": park_type,
                "amount": Decimal(amount),
                "link_key": None,
                "is_declared": False,
            }
            for owner, province, component, park_type, amount in rows
        ]
    )
    return frame.with_columns(pl.col("amount").cast(pl.Decimal(38, 12)), pl.col("link_key").cast(pl.String))


def _protect(public: PublicTables, measure: Measure, contributions: pl.DataFrame) -> ProtectedSystem:
    return protect(public, [measure], {measure.code: contributions})


#: Four provinces x two components; every cell has four owners of like size, but A in heat has one.
def _nation(heat_in_a: int = 500) -> list[tuple[str, str, str, str, int]]:
    rows = [
        (f"{province}{component}{number}", province, component, f"T{number % 2}", 100 + 10 * number)
        for province in "ABCD"
        for component in ("fuel", "heat")
        for number in range(4)
        if (province, component) != ("A", "heat")
    ]
    return [*rows, ("lonely", "A", "heat", "T0", heat_in_a)]


def _statements(protected: ProtectedSystem, cells: Cells, at: int = 0) -> list[Statements]:
    return [
        stated_by_values(
            PUBLIC,
            table,
            MEASURE,
            public_table(PUBLIC, table, MEASURE, protected),
            cells,
            release_at=at,
            release_name=f"R{at}",
        )
        for table in PUBLIC.tables
    ]


def _attacks(cells: Cells, statements: list[Statements], knower: tuple[int, ...] = ()) -> list[Interval]:
    attack = Attack(cells.system, Statements.together(statements), knower)
    return [
        attack.interval(Protected(one.cell, one.below, one.above))
        for one in sensitive_of(PUBLIC, [MEASURE], cells)
    ]


def _status(protected: ProtectedSystem, **codes: str) -> str:
    wanted = {"area": "TOTAL", "component": "TOTAL", "park_type": "TOTAL"} | codes
    rows = protected.cells.keys.with_columns(protected.status).filter(
        pl.all_horizontal(pl.col(name) == code for name, code in wanted.items())
    )
    return str(rows["status"].item())


def test_a_lonely_owner_is_withheld_with_others_beside_it() -> None:
    protected = _protect(PUBLIC, MEASURE, _contributions(*_nation()))
    assert _status(protected, area="A", component="heat") == PRIMARY
    assert _status(protected) == SHOWN
    hidden = protected.cells.keys.with_columns(protected.status).filter(pl.col("status") == SECONDARY)
    assert len(hidden) == 3
    table = public_table(PUBLIC, BY_AREA, MEASURE, protected)
    assert table.columns == ["area_code", "component_code", "mass_t", "confidentiality_code"]
    withheld = table.filter(confidentiality_code="C")
    assert withheld["mass_t"].null_count() == len(withheld) == 4
    assert ("TOTAL", "TOTAL", Decimal(4 * 2 * 460 - 460 + 500), "F") in table.rows()


def test_nobody_gets_at_a_withheld_cell() -> None:
    protected = _protect(PUBLIC, MEASURE, _contributions(*_nation()))
    cells = protected.cells
    statements = _statements(protected, cells)
    for knower in [(), *((owner,) for owner in range(len(cells.owners)))]:
        own = {cells.owners[at] for at in knower}
        found = _attacks(cells, statements, knower)
        assert found
        assert "lonely" in own or not any(one.is_breached for one in found)


def test_a_cell_shown_by_hand_gives_the_lonely_owner_away_and_is_named() -> None:
    protected = _protect(PUBLIC, MEASURE, _contributions(*_nation()))
    cells = protected.cells
    by_hand = protected.status.to_list()
    opened = next(at for at, status in enumerate(by_hand) if status == SECONDARY)
    by_hand[opened] = SHOWN
    careless = ProtectedSystem((MEASURE,), cells, pl.Series("status", by_hand), protected.sensitive, {}, {})
    (found,) = _attacks(cells, _statements(careless, cells))
    assert found.is_breached
    key = cells.keys.row(opened, named=True)
    assert any(f"area={key['area']} component={key['component']}" in name for name in found.equations)


#: A return that came after the first release.
LATE: Final = ("late", "B", "fuel", "T0", 150)


def _two_releases(first: list[Any], second: list[Any]) -> list[Interval]:
    """Each release protected by itself, then attacked together."""
    frames = [_contributions(*rows) for rows in (first, second)]
    cells = build_cells(PUBLIC, {"m": frames})
    statements = [
        one
        for at, frame in enumerate(frames)
        for one in _statements(_protect(PUBLIC, MEASURE, frame), cells, at)
    ]
    return _attacks(cells, statements)


def test_the_same_release_twice_tells_nothing_new() -> None:
    assert not any(one.is_breached for one in _two_releases(_nation(), _nation()))


def test_a_late_return_is_seen_in_the_difference_of_two_releases() -> None:
    """Each release is safe; the fuel of province B has one owner more in the second one."""
    found = [one for one in _two_releases(_nation(), [*_nation(), LATE]) if one.is_breached]
    assert found
    assert {(round(one.lower), round(one.upper)) for one in found} >= {(149, 151)}
    assert any(
        {"R0 by_area", "R1 by_area"} <= {" ".join(name.split()[:2]) for name in one.equations}
        for one in found
    )


def _published(name: str, rows: list[Any], *earlier: Published) -> Published:
    given = {"m": _contributions(*rows)}
    protected = protect(PUBLIC, [MEASURE], given, earlier)
    tables = {one.code: public_table(PUBLIC, one, MEASURE, protected) for one in PUBLIC.tables}
    return Published(name, given, tables)


def test_what_a_late_return_would_tell_is_withheld_from_the_second_release() -> None:
    first = _published("R0", _nation())
    second = _published("R1", [*_nation(), LATE], first)
    assert attack_release(PUBLIC, 2025, [first, second]).filter("is_breached").is_empty()
    alone = _published("R1", [*_nation(), LATE])
    assert alone.tables["by_area"]["mass_t"].null_count() < second.tables["by_area"]["mass_t"].null_count()


def test_what_was_withheld_stays_withheld_while_nothing_changes() -> None:
    first = _published("R0", _nation())
    second = _published("R1", _nation(), first)
    assert all(second.tables[code].equals(table) for code, table in first.tables.items())


@pytest.mark.parametrize(("before", "is_breached"), [(2, True), (120, False)])
def test_a_revision_tells_the_new_figure_if_the_old_one_was_next_to_nothing(
    before: int, is_breached: bool
) -> None:
    def nation(amount: int) -> list[tuple[str, str, str, str, int]]:
        return [*_nation(), ("revised", "B", "fuel", "T0", amount)]

    assert any(one.is_breached for one in _two_releases(nation(before), nation(160))) is is_breached


def test_an_owner_with_several_plants_is_one_respondent() -> None:
    """Four plants in the heat of province B, of one group: alone in the cell."""
    rows = [
        ("group" if (province, component) == ("B", "heat") else owner, province, component, park_type, amount)
        for owner, province, component, park_type, amount in _nation()
    ]
    protected = _protect(PUBLIC, MEASURE, _contributions(*rows))
    assert _status(protected, area="B", component="heat") == PRIMARY


def _with_declared(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
    """The nation, and respondents who declared their amounts confidential: lines without an amount."""
    declared = _contributions(*rows).with_columns(pl.lit(value=True).alias("is_declared"))
    return pl.concat([_contributions(*_nation()), declared])


def _declaring(*, withholds: bool = True) -> PublicTables:
    table = BY_AREA.model_dump() | {"withholds_declared": withholds}
    return PublicTables.model_validate(PUBLIC.model_dump() | {"tables": [table, BY_TYPE.model_dump()]})


def test_a_cell_in_which_a_respondent_declared_its_amount_confidential_is_withheld() -> None:
    rows = _with_declared(("discreet", "B", "fuel", "T0", 0))
    protected = _protect(_declaring(), MEASURE, rows)
    assert _status(protected, area="B", component="fuel") == PRIMARY
    reasons = {
        protected.cells.keys.row(one.cell, named=True)["area"]: one.reasons for one in protected.sensitive
    }
    assert reasons["B"] == ("declared_confidential",)
    # Of margins and totals, and of tables too coarse to point at anybody, the other rules judge.
    assert _status(protected, park_type="T0") == _status(protected) == SHOWN
    assert (
        _status(_protect(_declaring(withholds=False), MEASURE, rows), area="B", component="fuel") != PRIMARY
    )


def test_a_cell_of_nothing_but_what_was_declared_confidential_is_there_and_withheld() -> None:
    protected = _protect(_declaring(), MEASURE, _with_declared(("discreet", "E", "fuel", "T0", 0)))
    assert _status(protected, area="E", component="fuel") == PRIMARY
    assert _status(protected, area="E") == PRIMARY
    declared = [one for one in protected.sensitive if "declared_confidential" in one.reasons]
    assert [(one.below, one.above) for one in declared] == [(0, 0)] * 2
    assert not any(
        one.is_breached for one in _attacks(protected.cells, _statements(protected, protected.cells))
    )


COUNTED: Final = Measure.model_validate(
    MEASURE.model_dump() | {"column": None, "quantity": "park_count", "unit": "parks"}
)


def _parks(counts: dict[str, int]) -> pl.DataFrame:
    return _contributions(
        *(
            (f"{area}{number}", area, "NA", "T0", 1)
            for area, count in counts.items()
            for number in range(count)
        )
    )


def test_a_count_of_few_parks_is_uncertain_by_one_though_published_counts_are_exact() -> None:
    protected = _protect(PUBLIC, COUNTED, _parks({"A": 2, "B": 5, "C": 9}))
    assert [(one.below, one.above) for one in protected.sensitive if one.below] == [(1, 1)] * 2
    table = public_table(PUBLIC, BY_AREA, COUNTED, protected)
    statements = stated_by_values(PUBLIC, BY_AREA, COUNTED, table, protected.cells)
    assert (statements.lower == statements.upper).all()


def test_what_anybody_can_read_elsewhere_is_not_withheld() -> None:
    registered = COUNTED.model_copy(update={"public_because": "the register is public"})
    assert set(_protect(PUBLIC, registered, _parks({"A": 2, "B": 5})).status) == {SHOWN}


def test_the_total_itself_is_withheld_where_it_is_of_too_few() -> None:
    protected = _protect(
        PUBLIC, MEASURE, _contributions(("A", "A", "heat", "T0", 5), ("B", "B", "heat", "T0", 7))
    )
    assert set(protected.status) == {PRIMARY}


#: The linked tables of the published example: respondents of a letter, its county and its size, counted.
LETTERS: Final = {
    "A": ("county-1", "small", 2),
    "B": ("county-1", "small", 2),
    "I": ("county-1", "small", 8),
    "J": ("county-1", "small", 8),
    "K": ("county-2", "small", 3),
    "N": ("county-2", "small", 7),
    "L": ("county-2", "big", 3),
    "M": ("county-2", "big", 3),
}
BY_COUNTY: Final = {"area": "province_code", "component": "component_code"}
BY_SIZE: Final = {"component": "component_code", "park_type": "park_type_code"}


def _linked(*tables: dict[str, str]) -> tuple[PublicTables, pl.DataFrame]:
    rules = {
        "minimum_contributors": 4,
        "dominance_count": None,
        "dominance_ratio": None,
        "protection_ratio": "0.5",
    }
    public = PublicTables.model_validate(
        PUBLIC.model_dump()
        | {"rules": PUBLIC.rules.model_dump() | rules}
        | {
            "tables": [
                {"code": "_".join(by), "measure": "m", "by": by, "weight": 1, "zh": "表", "en": "Table"}
                for by in tables
            ]
        }
    )
    people = [
        (f"{letter}{number}", county, letter, size, 10)
        for letter, (county, size, count) in LETTERS.items()
        for number in range(count)
    ]
    return public, _contributions(*people)


def _letters_got_at(public: PublicTables, cells: Cells, statements: list[Statements]) -> set[str]:
    attack = Attack(cells.system, Statements.together(statements))
    sensitive = sensitive_of(public, [MEASURE], cells)
    found = [attack.interval(Protected(one.cell, one.below, one.above)) for one in sensitive]
    return {cells.keys.row(one.cell, named=True)["component"] for one in found if one.is_breached}


def test_tables_that_are_safe_one_by_one_are_not_safe_together() -> None:
    """K and N are the county less the big ones, and N is shown in both tables."""
    both, people = _linked(BY_COUNTY, BY_SIZE)
    cells = build_cells(both, {"m": [people]})
    statements = []
    for table in both.tables:
        alone = PublicTables.model_validate(both.model_dump() | {"tables": [table.model_dump()]})
        protected = _protect(alone, MEASURE, people)
        published = public_table(alone, table, MEASURE, protected)
        own = [stated_by_values(alone, table, MEASURE, published, protected.cells)]
        assert _letters_got_at(alone, protected.cells, own) == set()
        statements.append(stated_by_values(both, table, MEASURE, published, cells))
    assert _letters_got_at(both, cells, statements) == {"K"}


def test_tables_protected_together_are_safe_together() -> None:
    both, people = _linked(BY_COUNTY, BY_SIZE)
    protected = _protect(both, MEASURE, people)
    statements = [
        stated_by_values(both, table, MEASURE, public_table(both, table, MEASURE, protected), protected.cells)
        for table in both.tables
    ]
    assert _letters_got_at(both, protected.cells, statements) == set()
