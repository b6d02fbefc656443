"""A small nation of one measure in two linked tables: its contributions, tables and attacks."""

from typing import Final

import polars as pl

from lingtan.disclosure.attack import Attack, Interval, Protected, Statements
from lingtan.disclosure.cells import Cells
from lingtan.disclosure.protect import (
    ProtectedSystem,
    protect,
    sensitive_of,
)
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.stated import stated_by_values
from tests.builders.small_publication import BY_AREA as BY_AREA_TABLE
from tests.builders.small_publication import contributions, public_tables, table_of

PUBLIC: Final = public_tables(
    [
        {**BY_AREA_TABLE, "measure": "m"},
        {"code": "by_type", "measure": "m", "by": {"park_type": "park_type_code"}},
    ],
    measures=[{"code": "m"}],
)
(MEASURE,) = PUBLIC.measures
BY_AREA, BY_TYPE = PUBLIC.tables


def contributions_of(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
    """Rows of owner, province, component, park type and amount; each is a unit of its own."""
    names = ("owner_code", "province_code", "component_code", "park_type_code", "amount")
    return contributions({"unit_key": "/".join(row[:3])} | dict(zip(names, row, strict=True)) for row in rows)


def protect_measure(public: PublicTables, measure: Measure, contributions: pl.DataFrame) -> ProtectedSystem:
    """The cells of one measure, protected without anything published before."""
    return protect(public, [measure], {measure.code: contributions})


def nation(heat_in_a: int = 500) -> list[tuple[str, str, str, str, int]]:
    """Four provinces x two components; every cell has four owners of like size, but A in heat has one."""
    rows = [
        (f"{province}{component}{number}", province, component, f"T{number % 2}", 100 + 10 * number)
        for province in "ABCD"
        for component in ("fuel", "heat")
        for number in range(4)
        if (province, component) != ("A", "heat")
    ]
    return [*rows, ("lonely", "A", "heat", "T0", heat_in_a)]


def stated_by_release(protected: ProtectedSystem, cells: Cells, at: int = 0) -> list[Statements]:
    """What the tables of a release say of cells of several."""
    return [
        stated_by_values(
            PUBLIC,
            table,
            MEASURE,
            table_of(PUBLIC, table, MEASURE, protected),
            cells,
            release_at=at,
            release_name=f"R{at}",
        )
        for table in PUBLIC.tables
    ]


def attack_all(cells: Cells, statements: list[Statements], knower: tuple[int, ...] = ()) -> list[Interval]:
    """What somebody can say about every sensitive cell."""
    attack = Attack(cells.system, Statements.together(statements), knower)
    return [
        attack.interval(Protected(one.cell, one.below, one.above))
        for one in sensitive_of(PUBLIC, [MEASURE], cells)
    ]
