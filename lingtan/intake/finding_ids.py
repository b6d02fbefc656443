"""A short stable name for every finding, by which a later version of the return can answer it."""

import hashlib
from collections.abc import Sequence
from typing import Final

import polars as pl

from lingtan.contracts.batch import Batch
from lingtan.intake.assembly import Submission

#: The table of a form in which findings are answered, and its columns.
EXPLANATIONS: Final = "explanations"
EXPLANATION_SCHEMA: Final = pl.Schema(
    {"submission_id": pl.String(), "finding_id": pl.String(), "answer": pl.String()}
)

_HEX_DIGITS: Final = 10
_PLACE: Final = ("submission_id", "form", "table_name", "row_number")
_LINE_KEY: Final = "line_key"


def with_finding_ids(findings: pl.DataFrame, batch: Batch, submissions: Sequence[Submission]) -> pl.DataFrame:
    """The findings with a column `finding_id`, such as `F-0123456789`.

    It is a hash of form, reporting unit, period, rule, table, line, column and what was found: the same
    finding in a later version of the same return has the same id, also where its line has moved. A line is
    known by the key of its table, without one by its row. Of several findings that agree in all this the
    second and later ones are numbered.

    Args:
        findings: frame of `JUDGED_SCHEMA`.
        batch: the batch they were found in.
        submissions: the submissions of the batch.
    """
    keys = pl.DataFrame(
        [(one.submission_id, one.reporting_unit_code, one.period_code) for one in submissions],
        schema={"submission_id": pl.String(), "unit": pl.String(), "period": pl.String()},
        orient="row",
    )
    placed = findings.join(_line_keys(findings, batch), on=_PLACE, how="left", maintain_order="left").join(
        keys, on="submission_id", how="left", maintain_order="left"
    )
    row = pl.col("row_number").cast(pl.String())
    line = pl.when(pl.col(_LINE_KEY) == "").then(row).otherwise(pl.coalesce(_LINE_KEY, row))
    before, after = ("form", "unit", "period", "rule_id", "table_name"), ("column_name", "found")
    parts = [*map(pl.col, before), line, *map(pl.col, after)]
    identity = pl.concat_str([part.fill_null("") for part in parts], separator="\n")
    number = pl.int_range(pl.len()).over("submission_id", "identity")
    numbered = placed.select("submission_id", identity.alias("identity")).select(
        pl.when(number > 0).then(pl.format("{}\n{}", "identity", number + 1)).otherwise("identity")
    )
    ids = [f"F-{hashlib.sha256(text.encode()).hexdigest()[:_HEX_DIGITS]}" for text in numbered.to_series()]
    return findings.with_columns(pl.Series("finding_id", ids, dtype=pl.String()))


def explanations_of(frame: pl.DataFrame | None) -> pl.DataFrame:
    """What a submission answers: the rows of its table of explanations; `None` where it has none."""
    if frame is None:
        return EXPLANATION_SCHEMA.to_frame()
    return frame.select(EXPLANATION_SCHEMA.names()).drop_nulls()


def _line_keys(findings: pl.DataFrame, batch: Batch) -> pl.DataFrame:
    """The texts of the key of every row with a finding."""
    frames = [
        pl.DataFrame(
            schema={
                "submission_id": pl.String(),
                "form": pl.String(),
                "table_name": pl.String(),
                "row_number": pl.Int64(),
                _LINE_KEY: pl.String(),
            }
        )
    ]
    places = findings.drop_nulls(_PLACE).select(_PLACE).unique()
    for (form, table), part in places.partition_by("form", "table_name", as_dict=True).items():
        rows = batch.tables.get((str(form), str(table)))
        if rows is None:
            continue
        key = [f"{name}__text" for name in batch.contracts[str(form)].table(str(table)).key]
        line_key = pl.concat_str([pl.col(name).fill_null("") for name in key], separator="\t")
        texts = rows.select("submission_id", "row_number", line_key.str.strip_chars().alias(_LINE_KEY))
        frames.append(
            part.join(texts.unique(["submission_id", "row_number"]), on=["submission_id", "row_number"])
        )
    return pl.concat(frames)
