"""What goes into a plan: reference years, the returns of those years, and the register of each province."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import polars as pl

from lingtan.errors import LingtanError

#: Forms whose period is a part of a reference year; a park register is chosen by its effective date instead.
YEARLY_FORMS: Final = ("park_return", "province_inventory")
_REGISTER_FORM: Final = "park_register"


@dataclass(frozen=True)
class Choice:
    """The submissions of a plan.

    Attributes:
        years: the reference years, ascending.
        submissions: rows of `SUBMISSION_SCHEMA` with reference_year (null for park registers).
        registers: reference_year, province_code, submission_id: the newest register on or before the year's
            end.
    """

    years: tuple[int, ...]
    submissions: pl.DataFrame
    registers: pl.DataFrame


def _registers(current: pl.DataFrame, years: pl.DataFrame) -> pl.DataFrame:
    return (
        current.filter(pl.col("form") == _REGISTER_FORM)
        .join(years, how="cross")
        .filter(pl.col("period_code") <= pl.format("{}-12-31", "reference_year"))
        .sort("period_code", "submission_id")
        .group_by("reference_year", "reporting_unit_code", maintain_order=True)
        .last()
        .select("reference_year", province_code="reporting_unit_code", submission_id="submission_id")
        .sort("reference_year", "province_code")
    )


def choose(submissions: pl.DataFrame, years: Collection[int] | None = None) -> Choice:
    """Choose the current submissions of the reference years.

    Args:
        submissions: rows of `SUBMISSION_SCHEMA` with their status on the plan's day.
        years: the reference years; None: every year with an accepted return or inventory.

    Raises:
        LingtanError: no year is asked for and none was reported, or a year asked for was not.
    """
    current = submissions.filter(pl.col("status") == "current").with_columns(
        reference_year=pl.when(pl.col("form").is_in(YEARLY_FORMS)).then(
            pl.col("period_code").str.slice(0, 4).cast(pl.Int32)
        )
    )
    reported = set(current["reference_year"].drop_nulls().to_list())
    wanted = reported if years is None else set(years)
    absent = sorted(wanted - reported)
    if absent:
        raise LingtanError(
            f"{absent[0]} 年没有已接收的园区报表或省级清单，不能列入方案。",
            f"No accepted park return or province inventory for {absent[0]}: it cannot be planned.",
        )
    if not wanted:
        raise LingtanError(
            "没有已接收的园区报表或省级清单，无法制定方案。",
            "No accepted park return or province inventory: there is nothing to plan.",
        )
    frame = pl.DataFrame({"reference_year": sorted(wanted)}, schema={"reference_year": pl.Int32()})
    registers = _registers(current.drop("reference_year"), frame)
    chosen = current.filter(
        pl.col("reference_year").is_in(sorted(wanted))
        | pl.col("submission_id").is_in(registers["submission_id"].to_list())
    )
    return Choice(tuple(sorted(wanted)), chosen.sort("submission_id"), registers)
