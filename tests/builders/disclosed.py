"""A small nation of one measure in two linked tables: its contributions, tables and attacks."""

from decimal import Decimal
from typing import Final

import polars as pl

from lingtan.disclosure.attack import Attack, Interval, Protected, Statements
from lingtan.disclosure.cells import Cells
from lingtan.disclosure.contributions import FINEST
from lingtan.disclosure.protect import (
    ProtectedSystem,
    protect,
    public_table,
    sensitive_of,
)
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.stated import stated_by_values

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


def contributions_of(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
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
            public_table(PUBLIC, table, MEASURE, protected),
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
