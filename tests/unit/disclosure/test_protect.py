"""From contributions to published tables, and the attack on them."""

from decimal import Decimal
from typing import Final

import polars as pl

from lingtan.disclosure.attack import Attack, Protected, Statements
from lingtan.disclosure.cells import Cells, build_cells
from lingtan.disclosure.protect import (
    PRIMARY,
    SECONDARY,
    SHOWN,
    ProtectedSystem,
    sensitive_of,
)
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.stated import stated_by_values
from tests.builders.disclosed import (
    BY_AREA,
    BY_TYPE,
    MEASURE,
    PUBLIC,
    attack_all,
    contributions_of,
    nation,
    protect_measure,
    stated_by_release,
)
from tests.builders.small_publication import table_of


def _status(protected: ProtectedSystem, **codes: str) -> str:
    wanted = {"area": "TOTAL", "component": "TOTAL", "park_type": "TOTAL"} | codes
    rows = protected.cells.keys.with_columns(protected.status).filter(
        pl.all_horizontal(pl.col(name) == code for name, code in wanted.items())
    )
    return str(rows["status"].item())


def test_a_lonely_owner_is_withheld_with_others_beside_it() -> None:
    protected = protect_measure(PUBLIC, MEASURE, contributions_of(*nation()))
    assert _status(protected, area="A", component="heat") == PRIMARY
    assert _status(protected) == SHOWN
    hidden = protected.cells.keys.with_columns(protected.status).filter(pl.col("status") == SECONDARY)
    assert len(hidden) == 3
    table = table_of(PUBLIC, BY_AREA, MEASURE, protected)
    withheld = table.filter(confidentiality_code="C")
    assert withheld["mass_t"].null_count() == len(withheld) == 4
    shown = table.select("area_code", "component_code", "mass_t", "confidentiality_code").rows()
    assert ("TOTAL", "TOTAL", Decimal(4 * 2 * 460 - 460 + 500), "F") in shown


def test_nobody_gets_at_a_withheld_cell() -> None:
    protected = protect_measure(PUBLIC, MEASURE, contributions_of(*nation()))
    cells = protected.cells
    statements = stated_by_release(protected, cells)
    for knower in [(), *((owner,) for owner in range(len(cells.owners)))]:
        own = {cells.owners[at] for at in knower}
        found = attack_all(cells, statements, knower)
        assert found
        assert "lonely" in own or not any(one.is_breached for one in found)


def test_a_cell_shown_by_hand_gives_the_lonely_owner_away_and_is_named() -> None:
    protected = protect_measure(PUBLIC, MEASURE, contributions_of(*nation()))
    cells = protected.cells
    by_hand = protected.status.to_list()
    opened = next(at for at, status in enumerate(by_hand) if status == SECONDARY)
    by_hand[opened] = SHOWN
    careless = ProtectedSystem((MEASURE,), cells, pl.Series("status", by_hand), protected.sensitive, {}, {})
    (found,) = attack_all(cells, stated_by_release(careless, cells))
    assert found.is_breached
    key = cells.keys.row(opened, named=True)
    assert any(f"area={key['area']} component={key['component']}" in name for name in found.equations)


def test_an_owner_with_several_plants_is_one_respondent() -> None:
    """Four plants in the heat of province B, of one group: alone in the cell."""
    rows = [
        ("group" if (province, component) == ("B", "heat") else owner, province, component, park_type, amount)
        for owner, province, component, park_type, amount in nation()
    ]
    protected = protect_measure(PUBLIC, MEASURE, contributions_of(*rows))
    assert _status(protected, area="B", component="heat") == PRIMARY


def _with_declared(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
    """The nation, and respondents who declared their amounts confidential: lines without an amount."""
    declared = contributions_of(*rows).with_columns(pl.lit(value=True).alias("is_declared"))
    return pl.concat([contributions_of(*nation()), declared])


def _declaring(*, withholds: bool = True) -> PublicTables:
    table = BY_AREA.model_dump() | {"withholds_declared": withholds}
    return PublicTables.model_validate(PUBLIC.model_dump() | {"tables": [table, BY_TYPE.model_dump()]})


def test_a_cell_in_which_a_respondent_declared_its_amount_confidential_is_withheld() -> None:
    rows = _with_declared(("discreet", "B", "fuel", "T0", 0))
    protected = protect_measure(_declaring(), MEASURE, rows)
    assert _status(protected, area="B", component="fuel") == PRIMARY
    reasons = {
        protected.cells.keys.row(one.cell, named=True)["area"]: one.reasons for one in protected.sensitive
    }
    assert reasons["B"] == ("declared_confidential",)
    # Of margins and totals, and of tables too coarse to point at anybody, the other rules judge.
    assert _status(protected, park_type="T0") == _status(protected) == SHOWN
    assert (
        _status(protect_measure(_declaring(withholds=False), MEASURE, rows), area="B", component="fuel")
        != PRIMARY
    )


def test_a_cell_of_nothing_but_what_was_declared_confidential_is_there_and_withheld() -> None:
    protected = protect_measure(_declaring(), MEASURE, _with_declared(("discreet", "E", "fuel", "T0", 0)))
    assert _status(protected, area="E", component="fuel") == PRIMARY
    assert _status(protected, area="E") == PRIMARY
    declared = [one for one in protected.sensitive if "declared_confidential" in one.reasons]
    assert [(one.below, one.above) for one in declared] == [(0, 0)] * 2
    assert not any(
        one.is_breached for one in attack_all(protected.cells, stated_by_release(protected, protected.cells))
    )


COUNTED: Final = Measure.model_validate(
    MEASURE.model_dump() | {"column": None, "quantity": "park_count", "unit": "parks"}
)


def _parks(counts: dict[str, int]) -> pl.DataFrame:
    return contributions_of(
        *(
            (f"{area}{number}", area, "NA", "T0", 1)
            for area, count in counts.items()
            for number in range(count)
        )
    )


def test_a_count_of_few_parks_is_uncertain_by_one_though_published_counts_are_exact() -> None:
    protected = protect_measure(PUBLIC, COUNTED, _parks({"A": 2, "B": 5, "C": 9}))
    assert [(one.below, one.above) for one in protected.sensitive if one.below] == [(1, 1)] * 2
    table = table_of(PUBLIC, BY_AREA, COUNTED, protected)
    statements = stated_by_values(PUBLIC, BY_AREA, COUNTED, table, protected.cells)
    assert (statements.lower == statements.upper).all()


def test_what_anybody_can_read_elsewhere_is_not_withheld() -> None:
    registered = COUNTED.model_copy(update={"public_because": "the register is public"})
    assert set(protect_measure(PUBLIC, registered, _parks({"A": 2, "B": 5})).status) == {SHOWN}


def test_the_total_itself_is_withheld_where_it_is_of_too_few() -> None:
    protected = protect_measure(
        PUBLIC, MEASURE, contributions_of(("A", "A", "heat", "T0", 5), ("B", "B", "heat", "T0", 7))
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
    return public, contributions_of(*people)


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
        protected = protect_measure(alone, MEASURE, people)
        published = table_of(alone, table, MEASURE, protected)
        own = [stated_by_values(alone, table, MEASURE, published, protected.cells)]
        assert _letters_got_at(alone, protected.cells, own) == set()
        statements.append(stated_by_values(both, table, MEASURE, published, cells))
    assert _letters_got_at(both, cells, statements) == {"K"}


def test_tables_protected_together_are_safe_together() -> None:
    both, people = _linked(BY_COUNTY, BY_SIZE)
    protected = protect_measure(both, MEASURE, people)
    statements = [
        stated_by_values(both, table, MEASURE, table_of(both, table, MEASURE, protected), protected.cells)
        for table in both.tables
    ]
    assert _letters_got_at(both, protected.cells, statements) == set()
