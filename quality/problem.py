"""Rules about what the reader noted: a fact becomes a finding, once."""

from collections.abc import Sequence
from typing import Final, Literal

import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA, Batch
from lingtan.contracts.model import COVER
from quality.rule import Rule, Scope, Severity

#: Where in a form a rule looks: the cover names the submission, so its cells have rules of their own.
Place = Literal["anywhere", "cover_required", "cover_optional", "tables"]

#: What can be wrong with one cell, the cause before its consequences: a cell gets the first that holds.
ONE_A_CELL: Final = (
    "error_cell",
    "fixed_value_differs",
    "period_not_valid",
    "not_a_number",
    "not_an_integer",
    "not_a_date",
    "not_a_boolean",
    "unknown_code",
    "notation_not_allowed",
    "too_many_digits",
    "out_of_range",
    "missing_value",
)


def problem_rule(
    *,
    rule_id: str,
    severity: Severity,
    scope: Scope,
    codes: tuple[str, ...],
    title: tuple[str, str],
    reason: tuple[str, str],
    formula: str,
    message: tuple[str, str],
    action: tuple[str, str],
    place: Place = "anywhere",
) -> Rule:
    """A rule that judges problems of these codes at this place; texts are pairs of Chinese and English."""
    return Rule(
        id=rule_id,
        severity=severity,
        scope=scope,
        forms=(),
        tables=(COVER,) if place in ("cover_required", "cover_optional") else (),
        title_zh=title[0],
        title_en=title[1],
        reason_zh=reason[0],
        reason_en=reason[1],
        formula=formula,
        message_zh=message[0],
        message_en=message[1],
        action_zh=action[0],
        action_en=action[1],
        check=lambda batch: problem_findings(batch, rule_id, codes, place),
        problem_codes=codes,
    )


def problem_findings(batch: Batch, rule_id: str, codes: Sequence[str], place: Place) -> pl.DataFrame:
    """The findings of one rule: its problems, less those that another problem of the same cell explains.

    `detail` is the label of the column in both languages, or the column's code where no contract is known.
    """
    if batch.problems.filter(pl.col("problem_code").is_in(codes)).is_empty():
        return FINDING_SCHEMA.to_frame()
    rank = pl.col("problem_code").replace_strict({code: i for i, code in enumerate(ONE_A_CELL)}, default=None)
    cell = ("submission_id", "table_name", "sheet", "cell", "row_number", "column_name")
    return (
        batch.problems.with_columns(rank.cast(pl.Int64).alias("rank"))
        .filter(pl.col("rank").is_null() | (pl.col("rank") == pl.col("rank").min().over(cell)))
        .filter(pl.col("problem_code").is_in(codes))
        .join(_columns(batch), on=["form", "table_name", "column_name"], how="left", maintain_order="left")
        .filter(_at(place))
        .select(
            pl.lit(rule_id).alias("rule_id"),
            "submission_id",
            "form",
            "table_name",
            "row_number",
            "column_name",
            "sheet",
            "cell",
            pl.col("found").fill_null(""),
            pl.col("expected").fill_null(""),
            pl.coalesce("label", "column_name", "table_name", pl.lit("")).alias("detail"),
        )
        .match_to_schema(FINDING_SCHEMA)
    )


def _at(place: Place) -> pl.Expr:
    in_cover = (pl.col("table_name") == COVER).fill_null(value=False)
    # A column the contract does not know cannot be left out of the key: it counts as required.
    required = pl.col("required").fill_null(value=True)
    match place:
        case "anywhere":
            return pl.lit(value=True)
        case "tables":
            return ~in_cover
        case "cover_required":
            return in_cover & required
        case "cover_optional":
            return in_cover & ~required


def _columns(batch: Batch) -> pl.DataFrame:
    """form, table_name, column_name, required, label of every contract column of the batch."""
    return pl.DataFrame(
        [
            (contract.form, table.name, column.name, column.required, f"{column.label.zh} {column.label.en}")
            for contract in batch.contracts.values()
            for table in contract.tables
            for column in table.columns
        ],
        schema={
            "form": pl.String(),
            "table_name": pl.String(),
            "column_name": pl.String(),
            "required": pl.Boolean(),
            "label": pl.String(),
        },
        orient="row",
    )
