"""A serial that an earlier line of the return has claimed."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose serials overlap those of an earlier line of the same type; the earlier one stays in use.

    Serials are compared as texts of the same length; a range whose ends differ in length, or that ends
    before it begins, is its first serial.
    """
    length = pl.col("serial_from").str.len_chars()
    has_range = (
        (pl.col("serial_to").str.len_chars() == length) & (pl.col("serial_to") > pl.col("serial_from"))
    ).fill_null(value=False)
    lines = (
        batch.tables[PARK_RETURN, "instruments"]
        .drop_nulls(["instrument_type_code", "serial_from"])
        .with_columns(
            length.alias("length"),
            pl.when(has_range).then("serial_to").otherwise("serial_from").alias("last"),
        )
    )
    key = ["submission_id", "instrument_type_code", "length"]
    earlier = lines.select(
        *key,
        pl.col("row_number").alias("earlier_row"),
        pl.col("serial_from").alias("earlier_first"),
        pl.col("last").alias("earlier_last"),
        pl.col("serial_from__cell").alias("earlier_cell"),
    )
    overlapping = (
        lines.join(earlier, on=key, how="inner", maintain_order="left_right")
        .filter(
            pl.col("earlier_row") < pl.col("row_number"),
            pl.col("earlier_first") <= pl.col("last"),
            pl.col("serial_from") <= pl.col("earlier_last"),
        )
        .unique(["submission_id", "row_number"], keep="first", maintain_order=True)
    )
    return findings(
        overlapping,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="serial_from",
        detail=pl.col("earlier_cell"),
    )


RULE = Rule(
    id="RETURN_SERIAL_CLAIMED_TWICE",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="凭证编号重复核销",
    title_en="A serial is claimed twice",
    reason_zh="同一凭证只能核销一次；先填的行照用。",
    reason_en="An instrument is claimed once; the earlier line stays in use.",
    formula=(
        "serial_from … serial_to overlaps that of an earlier line of the same instrument type, "
        "serials of equal length compared as texts"
    ),
    message_zh="{sheet} {cell}：编号“{found}”与 {detail} 的编号重复。",
    message_en="{sheet} {cell}: serial “{found}” is claimed by {detail} before.",
    action_zh="请删除重复的凭证，或更正编号。",
    action_en="Remove the instrument claimed twice, or correct the serials.",
    check=check,
)
