"""A small nation of respondents and what an office publishes of it, from contributions to public files."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.disclosure.attack_release import attack_release
from lingtan.disclosure.chart_statements import revealed_by_charts
from lingtan.disclosure.contributions import FINEST
from lingtan.disclosure.protect import ProtectedSystem, protect
from lingtan.disclosure.protected_cells import PROTECTED_CELLS_SCHEMA, protected_cells
from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables
from lingtan.disclosure.stated import Published
from lingtan.public.chart_marks import CHART_MARKS
from lingtan.public.cut import cut_table, write_public_tables
from lingtan.release.code_names import CodeNames
from tests.builders.protection_rules import PROTECTION_RULES

YEAR: Final = 2025
_LEVELS: Final[Mapping[str, list[str]]] = {
    "area": ["province_code"],
    "component": ["component_code"],
    "industry": ["section_code", "industry_division_code"],
    "park": ["park_code"],
    "park_type": ["park_type_code"],
}
_NAMES: Final = CodeNames({"none": {}}, {})

BY_AREA: Final[Mapping[str, Any]] = {
    "code": "by_area",
    "measure": "carbon",
    "by": {"area": "province_code", "component": "component_code"},
}


def public_tables(
    tables: Sequence[Mapping[str, Any]] = (BY_AREA,),
    charts: Sequence[Mapping[str, Any]] = (),
    measures: Sequence[Mapping[str, Any]] = ({"code": "carbon"},),
) -> PublicTables:
    """What is published, as a `public_tables.yaml` of a few lines would say it."""
    measure = {"fact": "fct", "column": "x", "where": {}, "unit": "t", "decimals": 0, "quantity": "mass_t"}
    texts = {"zh": "量", "en": "Amount"}
    return PublicTables.model_validate(
        {
            "rules": PROTECTION_RULES,
            "dimensions": {
                name: {"levels": levels, "names": "none", **texts} for name, levels in _LEVELS.items()
            },
            "measures": [measure | texts | dict(one) for one in measures],
            "tables": [{"weight": 1} | texts | dict(one) for one in tables],
            "charts": list(charts),
        }
    )


def contributions(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows with owner_code, amount and the codes that differ; each is a unit of its own."""
    frame = pl.DataFrame(
        [
            dict.fromkeys(FINEST, "NA")
            | {"reference_year": YEAR, "link_key": None, "is_declared": False}
            | {"unit_key": "/".join(str(value) for name, value in row.items() if name != "amount")}
            | dict(row)
            for row in rows
        ],
        schema_overrides={"link_key": pl.String, "reference_year": pl.Int32},
    )
    return frame.with_columns(pl.col("amount").cast(pl.Decimal(38, 12)))


def nation(lonely: int = 500, **more: Any) -> list[dict[str, Any]]:
    """Four areas with fuel and heat; each cell has four owners of like size, but the heat of A has one."""
    rows = [
        {
            "owner_code": f"{area}{component}{number}",
            "province_code": area,
            "component_code": component,
            "amount": Decimal(100 + 10 * number),
            **more,
        }
        for area in "ABCD"
        for component in ("fuel", "heat")
        for number in range(4)
        if (area, component) != ("A", "heat")
    ]
    alone = {"owner_code": "lonely", "province_code": "A", "component_code": "heat", **more}
    return [*rows, alone | {"amount": Decimal(lonely)}]


def table_of(
    public: PublicTables, table: PublicTable, measure: Measure, protected: ProtectedSystem
) -> pl.DataFrame:
    """A public table as readers get it."""
    return cut_table(public, table, measure, protected_cells(YEAR, protected), _NAMES)


def cells_of(public: PublicTables, given: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Rows of `cmp_public_cells` as a release protected by itself has them."""
    found = [protected_cells(YEAR, protect(public, measures, given)) for measures in public.systems()]
    return pl.concat([pl.DataFrame(schema=PROTECTED_CELLS_SCHEMA), *found])


def published(
    public: PublicTables,
    given: Mapping[str, pl.DataFrame],
    folder: Path,
    *,
    name: str = "R1",
    cells: pl.DataFrame | None = None,
) -> Published:
    """Public files of a release, written and read back; `cells` where somebody changed them by hand."""
    target = folder / name
    target.mkdir(parents=True)
    write_public_tables(public, cells_of(public, given) if cells is None else cells, _NAMES, target)
    return Published(name, given, {path.stem: pl.read_parquet(path) for path in target.glob("*.parquet")})


def breached(public: PublicTables, *releases: Published) -> pl.DataFrame:
    """What an attack on all releases gets at."""
    revealed = [
        said for one in releases for said in revealed_by_charts(public, one.tables[CHART_MARKS], one.name)
    ]
    return attack_release(public, YEAR, releases, revealed).filter("is_breached")
