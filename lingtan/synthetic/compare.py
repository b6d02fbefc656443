"""A release against the truth of every year in it: equal to the last decimal, key by key."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.synthetic.truth import Truth

PARK_METHOD: Final = "CN-NZCP-2025"
INVENTORY_METHOD: Final = "CEADS-PROV"
_BOUNDARY: Final = "physical"
_AMOUNT: Final = pl.Decimal(38, 12)
_PARK: Final = ("reference_year", "park_code", "boundary_code", "method_code")


@dataclass(frozen=True)
class Kind:
    """One kind of compared cells: the released table, its key columns and the compared column."""

    name: str
    table: str
    keys: tuple[str, ...]
    value: str


KINDS: Final = (
    Kind("park_component", "mart_park_component_year", (*_PARK, "component_code"), "emission_tco2e"),
    Kind("park_component_partial", "mart_park_component_year", (*_PARK, "component_code"), "is_partial"),
    Kind("park_total", "mart_park_year", _PARK, "emission_tco2e"),
    Kind("park_energy", "mart_park_energy_year", (*_PARK[:3], "energy_method_code"), "energy_tce"),
    Kind(
        "province_component",
        "mart_province_year",
        ("reference_year", "province_code", "boundary_code", "method_code", "component_code"),
        "emission_tco2e",
    ),
    Kind(
        "national_component",
        "mart_national_year",
        ("reference_year", "boundary_code", "method_code", "component_code"),
        "emission_tco2e",
    ),
    Kind(
        "province_inventory",
        "mart_province_inventory_year",
        ("reference_year", "province_code", "method_code"),
        "emission_tco2e",
    ),
    Kind(
        "national_inventory",
        "mart_national_inventory_year",
        ("reference_year", "method_code"),
        "emission_tco2e",
    ),
)
"""Every kind that is compared, in the order a report shows them."""


@dataclass(frozen=True)
class Difference:
    """One cell that is not as it should be; `cause` is value, missing (in the release) or surplus."""

    kind: str
    key: tuple[str, ...]
    cause: str
    expected: str | None
    found: str | None


@dataclass(frozen=True)
class Comparison:
    """`cells`: kind -> number of compared keys (of the truth and of the release together)."""

    cells: dict[str, int]
    differences: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether cells were compared and every one agrees."""
        return bool(self.cells) and all(self.cells.values()) and not self.differences


def compare(folder: Path, truths: Sequence[Truth]) -> Comparison:
    """Compare the canonical tables in `folder` (<table>.parquet) with the truths of all years they cover.

    Args:
        folder: Holds the released tables named in `KINDS`.
        truths: One truth for each year of the release; a released year without one is a surplus.

    Raises:
        FileNotFoundError: a released table is not there.
    """
    cells: dict[str, int] = {}
    differences: list[Difference] = []
    for kind in KINDS:
        expected = expected_cells(kind, truths)
        released = pl.read_parquet(folder / f"{kind.table}.parquet")
        found = released.select(
            *(pl.col(key).cast(pl.String) for key in kind.keys), pl.col(kind.value), in_release=True
        )
        joined = expected.join(found, on=kind.keys, how="full", coalesce=True, suffix="_found")
        cells[kind.name] = joined.height
        differences.extend(_differences(kind, joined))
    return Comparison(cells, tuple(differences))


def _differences(kind: Kind, joined: pl.DataFrame) -> Iterator[Difference]:
    released = f"{kind.value}_found"
    cause = (
        pl.when(pl.col("in_release").is_null())
        .then(pl.lit("missing"))
        .when(pl.col("in_truth").is_null())
        .then(pl.lit("surplus"))
        .when(pl.col(kind.value).ne_missing(pl.col(released)))
        .then(pl.lit("value"))
    )
    wrong = joined.with_columns(cause=cause).filter(pl.col("cause").is_not_null()).sort(kind.keys)
    for row in wrong.with_columns(pl.col(kind.value, released).cast(pl.String)).iter_rows(named=True):
        yield Difference(
            kind=kind.name,
            key=tuple(row[key] for key in kind.keys),
            cause=row["cause"],
            expected=row[kind.value],
            found=row[released],
        )


def expected_cells(kind: Kind, truths: Sequence[Truth]) -> pl.DataFrame:
    """What a release has to hold of one kind: its keys as text, its value, and `in_truth`."""
    rows = [
        (str(truth.year), *key, value) for truth in truths for key, value in _cells_of_truth(kind.name, truth)
    ]
    schema = dict.fromkeys(kind.keys, pl.String()) | {
        kind.value: pl.Boolean() if kind.value == "is_partial" else _AMOUNT
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(in_truth=True)


def _cells_of_truth(kind: str, truth: Truth) -> Iterable[tuple[tuple[str, ...], Decimal | bool | None]]:
    park_method = (_BOUNDARY, PARK_METHOD)
    match kind:
        case "park_component":
            for (park, component), tonnes in truth.park_components.items():
                yield (park, *park_method, component), tonnes
        case "park_component_partial":
            for park, component in truth.park_components:
                yield (park, *park_method, component), (park, component) in truth.partial
        case "park_total":
            for park, total in truth.park_totals().items():
                yield (park, *park_method), total
        case "park_energy":
            for (park, energy_method), tce in truth.park_energy.items():
                yield (park, _BOUNDARY, energy_method), tce
        case "province_component":
            for (province, component), tonnes in truth.province_components().items():
                yield (province, *park_method, component), tonnes
        case "national_component":
            for component, tonnes in truth.national_components().items():
                yield (*park_method, component), tonnes
        case "province_inventory":
            for province, tonnes in truth.province_inventory.items():
                yield (province, INVENTORY_METHOD), tonnes
        case _:
            yield (INVENTORY_METHOD,), truth.national_inventory()
