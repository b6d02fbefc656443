"""Write what a comparison found: tables as Parquet and CSV, and one page for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from lingtan.rebase.compare import FIGURE_KEY, LINE_KEY, STATE_KEY, Changes
from lingtan.release.marks import Marks
from lingtan.release.parquet import write_sorted
from lingtan.release.rebased_plan import Cause


@dataclass(frozen=True)
class CauseCount:
    """What one cause changed.

    Attributes:
        cause: the cause.
        plan_id: the plan with all causes up to this one.
        line_count: lines whose amount it changed.
        figure_count: released figures it changed.
    """

    cause: Cause
    plan_id: str
    line_count: int
    figure_count: int


@dataclass(frozen=True)
class Comparison:
    """Two plans with the same submissions, and everything that differs.

    Attributes:
        old_plan_id: the plan to start from.
        new_plan_id: the plan with all causes.
        causes: what differs, in the order in which it was changed.
        changes: lines, figures and parks.
        table_rows: released table -> rows that differ in any column.
        marks: of the data.
    """

    old_plan_id: str
    new_plan_id: str
    causes: Sequence[CauseCount]
    changes: Changes
    table_rows: dict[str, int]
    marks: Marks

    @property
    def line_count(self) -> int:
        """Lines with another amount, whatever the number of causes."""
        return int(self.changes.lines["is_main"].sum())

    @property
    def park_count_crossing(self) -> int:
        """Parks that cross a threshold or become (un)comparable in some measure."""
        return self.changes.thresholds["park_code"].n_unique()

    @property
    def folder_name(self) -> str:
        """The folder of the comparison."""
        return f"{self.old_plan_id}..{self.new_plan_id}"


def _causes(comparison: Comparison) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "step_number": number,
                "cause_kind_code": one.cause.kind,
                "cause_code": one.cause.code,
                "old_value": one.cause.old,
                "new_value": one.cause.new,
                "plan_id": one.plan_id,
                "line_count": one.line_count,
                "figure_count": one.figure_count,
            }
            for number, one in enumerate(comparison.causes, start=1)
        ],
        infer_schema_length=None,
    )


def write_tables(comparison: Comparison, folder: Path) -> None:
    """Write causes, figures, figure_parts, lines and thresholds, each as Parquet and as CSV.

    Args:
        comparison: what was found.
        folder: made if absent; files of an earlier writing are replaced.
    """
    changes = comparison.changes
    tables = {
        "causes": (_causes(comparison), ("step_number",)),
        "figures": (changes.figures, FIGURE_KEY),
        "figure_parts": (changes.figure_parts, (*FIGURE_KEY, "step_number")),
        "lines": (changes.lines, (*LINE_KEY, "step_number")),
        "thresholds": (changes.thresholds, STATE_KEY),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, (frame, key) in tables.items():
        write_sorted(frame, folder / f"{name}.parquet", key)
        pl.read_parquet(folder / f"{name}.parquet").write_csv(folder / f"{name}.csv")
