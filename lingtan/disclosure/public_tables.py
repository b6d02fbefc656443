"""The public tables as data: what is published, by which dimensions, under which rules (L10)."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from lingtan.disclosure.primary import PrimaryRules


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rules(_Read):
    """Parameters of the primary rules and of the protection interval (`primary.PrimaryRules`).

    `floor_ratio`: of an amount that may be negative everybody knows that it is not below minus so many times
    its size; of any other, that it is not below zero.
    """

    version: str
    minimum_contributors: int | None
    dominance_count: int | None
    dominance_ratio: Decimal | None
    p_ratio: Decimal
    protection_ratio: Decimal
    floor_ratio: Decimal
    is_verified: bool

    def primary(self, *, is_count: bool = False) -> PrimaryRules:
        """The parameters as the solvers take them; a count is uncertain by one at least."""
        return PrimaryRules(
            minimum_contributors=self.minimum_contributors,
            dominance_count=self.dominance_count,
            dominance_ratio=None if self.dominance_ratio is None else float(self.dominance_ratio),
            p_ratio=float(self.p_ratio),
            protection_ratio=float(self.protection_ratio),
            least_distance=1.0 if is_count else 0.0,
        )


class Dimension(_Read):
    """A dimension with its levels from coarse to fine; a total is above them.

    `names`: the code list or reference seed that its codes have their names from.
    """

    levels: tuple[str, ...]
    names: str
    zh: str
    en: str


class Measure(_Read):
    """What is counted: a column of a fact, of the rows that `where` names; published to so many decimals.

    `column`: none where the rows themselves are counted: parks, each a respondent by itself. `where`: the
    value that a column has, or several of which it has one. `is_taken_off`: facts have it below zero, for it
    lowers a total; tables have its size. `quantity`: its column in published tables, which says the unit.
    `system`: measures that rest on the same lines, which tell of one another, have it in common.
    `public_because`: why no primary rule applies, of what anybody can read elsewhere.
    """

    code: str
    fact: str
    column: str | None = None
    where: Mapping[str, str | tuple[str, ...]]
    quantity: str
    unit: str
    decimals: int
    system: str | None = None
    is_taken_off: bool = False
    public_because: str | None = None
    zh: str
    en: str

    @property
    def is_count(self) -> bool:
        """Whether it counts parks: published values are then exact, not rounded."""
        return self.column is None

    @property
    def half_of_last_digit(self) -> float:
        """How far an exact value is from the published one at most."""
        return 0.0 if self.is_count else float(Decimal(1).scaleb(-self.decimals) / 2)


class PublicTable(_Read):
    """A table: its measure by dimensions, each down to a level.

    `withholds_declared`: its finest cells are fine enough to point at a respondent that declared its amount
    confidential: they are withheld where it takes part. Of other cells the other rules judge.
    """

    code: str
    measure: str
    by: Mapping[str, str]
    weight: Decimal
    withholds_declared: bool = False
    zh: str
    en: str


class Chart(_Read):
    """A chart along one dimension of a table, all others summed over.

    `of`: whether it speaks of cells that are shown alone, or of all. `classes`: bounds of a map, in the unit
    of the measure; `decimals`: those of shares and of round numbers.
    """

    code: str
    kind: Literal["map", "bars", "shares", "rounded"]
    table: str
    over: str
    of: Literal["shown", "all"]
    classes: tuple[Decimal, ...] = ()
    decimals: int = 0


class PublicTables(_Read):
    """Everything an office publishes."""

    rules: Rules
    dimensions: Mapping[str, Dimension]
    measures: tuple[Measure, ...]
    tables: tuple[PublicTable, ...]
    charts: tuple[Chart, ...] = ()

    @model_validator(mode="after")
    def _known(self) -> "PublicTables":
        measures = {one.code for one in self.measures}
        for table in self.tables:
            if table.measure not in measures:
                raise ValueError(f"{table.code}: no measure {table.measure}")
            for dimension, level in table.by.items():
                if level not in self.dimensions[dimension].levels:
                    raise ValueError(f"{table.code}: {dimension} has no level {level}")
        by = {one.code: one.by for one in self.tables}
        for chart in self.charts:
            if chart.over not in by.get(chart.table, {}):
                raise ValueError(f"{chart.code}: no table {chart.table} by {chart.over}")
        return self

    def measure(self, code: str) -> Measure:
        """A measure by its code."""
        return next(one for one in self.measures if one.code == code)

    def table(self, code: str) -> PublicTable:
        """A table by its code."""
        return next(one for one in self.tables if one.code == code)

    def of_measure(self, measure: Measure) -> tuple[PublicTable, ...]:
        """The tables of a measure, which have cells in common."""
        return tuple(one for one in self.tables if one.measure == measure.code)

    def systems(self) -> list[tuple[Measure, ...]]:
        """The measures that are protected together, in the order of the file."""
        found: dict[str, list[Measure]] = {}
        for one in self.measures:
            found.setdefault(one.system or f"measure {one.code}", []).append(one)
        return [tuple(measures) for measures in found.values()]

    def levels_above(self, dimension: str, level: str) -> tuple[str, ...]:
        """A level of a dimension with all coarser ones, coarse to fine."""
        levels = self.dimensions[dimension].levels
        return levels[: levels.index(level) + 1]


@cache
def read_public_tables() -> PublicTables:
    """The tables of `public_tables.yaml`.

    Raises:
        ValueError: the file contradicts itself.
    """
    text = Path(__file__).with_name("public_tables.yaml").read_text(encoding="utf-8")
    return PublicTables.model_validate(yaml.safe_load(text))
