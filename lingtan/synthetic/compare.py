"""A release against the truth of every year in it: equal to the last decimal, key by key, both ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.quiet_duckdb import connect
from lingtan.synthetic.compare_kinds import KINDS, Kind
from lingtan.synthetic.truth import Truth

__all__ = ["KINDS", "Comparison", "Difference", "Kind", "compare", "expected_cells"]

_AMOUNT: Final = pl.Decimal(38, 12)
_WHOLE: Final = frozenset({"employees", "nesting_level"})


@dataclass(frozen=True)
class Difference:
    """One cell that is not as it should be.

    Attributes:
        kind: Code of the kind.
        key: The key, the year first.
        column: The column; empty for a row that is missing or surplus.
        cause: value, missing (the release lacks the row) or surplus (the truth does not know it).
        expected: What the truth says.
        found: What the release says.
    """

    kind: str
    key: tuple[str, ...]
    column: str
    cause: str
    expected: str | None
    found: str | None

    def __str__(self) -> str:
        """One line a person can read."""
        place = f"{self.kind} [{' '.join(self.key)}]"
        if self.cause != "value":
            return f"{place}: {self.cause}"
        return f"{place} {self.column}: truth {self.expected}, release {self.found}"


@dataclass(frozen=True)
class Comparison:
    """`cells`: kind -> number of compared cells, of the truth and of the release together."""

    cells: dict[str, int]
    differences: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether cells were compared and every one agrees."""
        return bool(self.cells) and all(self.cells.values()) and not self.differences


def compare(release: Path, truths: Sequence[Truth]) -> Comparison:
    """Compare released tables with the truths of all years they cover.

    Args:
        release: A folder with <table>.parquet of every kind, or a DuckDB file with the tables.
        truths: One truth for each year of the release; a released year without one is a surplus.

    Raises:
        FileNotFoundError: A released table, or the release, is not there.
    """
    cells: dict[str, int] = {}
    differences: list[Difference] = []
    for kind in KINDS:
        joined = _joined(kind, expected_cells(kind, truths), _released(release, kind))
        cells[kind.name] = joined.height * max(1, len(kind.columns))
        differences.extend(_differences(kind, joined))
    return Comparison(cells, tuple(differences))


def expected_cells(kind: Kind, truths: Sequence[Truth]) -> pl.DataFrame:
    """What a release has to hold of one kind: its keys as text, then its columns."""
    sources = list(kind.columns.values()) or [kind.name]
    rows = [
        (str(truth.year), *key, *(truth.cells.get(source, {})[key] for source in kind.columns.values()))
        for truth in truths
        for key in truth.cells.get(sources[0], {})
    ]
    schema = dict.fromkeys(kind.keys, pl.String()) | {name: _type(name) for name in kind.columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _type(column: str) -> pl.DataType:
    if column in _WHOLE or "_count" in column:
        return pl.Int64()
    if column.endswith(("_code", "_with")):
        return pl.String()
    return pl.Boolean() if column.startswith(("is_", "has_")) else _AMOUNT


def _released(release: Path, kind: Kind) -> pl.DataFrame:
    columns = [*kind.keys, *kind.columns]
    read = columns if kind.only is None else [*columns, kind.only[0]]
    if release.is_dir():
        frame = pl.read_parquet(release / f"{kind.table}.parquet", columns=read)
    elif release.is_file():
        with connect(release, read_only=True) as connection:
            frame = connection.table(kind.table).select(*read).pl()
    else:
        raise FileNotFoundError(release)
    if kind.only is not None:
        frame = frame.filter(pl.col(kind.only[0]).is_in(kind.only[1]))
    found = frame.select(
        *(pl.col(key).cast(pl.String) for key in kind.keys),
        *(pl.col(name).cast(_type(name)) for name in kind.columns),
    )
    if kind.is_summed:
        return found.group_by(kind.keys).agg(pl.col(*kind.columns).sum())
    return found if kind.columns else found.unique()


def _joined(kind: Kind, expected: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return expected.with_columns(in_truth=True).join(
        found.with_columns(in_release=True), on=kind.keys, how="full", coalesce=True, suffix="_found"
    )


def _differences(kind: Kind, joined: pl.DataFrame) -> Iterator[Difference]:
    only_one = joined.filter(pl.col("in_truth").is_null() | pl.col("in_release").is_null()).sort(kind.keys)
    for row in only_one.iter_rows(named=True):
        cause = "surplus" if row["in_truth"] is None else "missing"
        yield Difference(kind.name, tuple(row[key] for key in kind.keys), "", cause, None, None)
    both = joined.filter(pl.col("in_truth") & pl.col("in_release"))
    for name in kind.columns:
        released = f"{name}_found"
        wrong = both.filter(pl.col(name).ne_missing(pl.col(released))).sort(kind.keys)
        for row in wrong.with_columns(pl.col(name, released).cast(pl.String)).iter_rows(named=True):
            key = tuple(row[key] for key in kind.keys)
            yield Difference(kind.name, key, name, "value", row[name], row[released])
