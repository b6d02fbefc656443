"""A predecessor that is still registered, or is the park itself."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of parks one of whose predecessors stands in the same register."""
    parks = batch.tables["park_register", "parks"]
    named = pl.col("predecessor_park_codes").str.replace_all("；", ";").str.split(";")
    known = parks.select("submission_id", predecessor="park_code").drop_nulls().unique()
    rows = (
        parks.drop_nulls("predecessor_park_codes")
        .with_columns(predecessor=named)
        .explode("predecessor")
        .with_columns(pl.col("predecessor").str.strip_chars())
        .join(known, on=["submission_id", "predecessor"], maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form="park_register",
        table="parks",
        column="predecessor_park_codes",
        detail=pl.col("predecessor"),
    )


RULE = Rule(
    id="REGISTER_PREDECESSOR_LISTED",
    severity="query",
    scope="form",
    forms=("park_register",),
    tables=("parks",),
    title_zh="前身园区仍在名录中",
    title_en="A predecessor is still registered",
    reason_zh="前身园区由后继园区取代，两者同时在册会使同一区域计两次。",
    reason_en="A predecessor gave way to its successor; with both registered one territory counts twice.",
    formula="predecessor ∈ park_code of the register",
    message_zh="{sheet} {cell}：前身园区“{detail}”仍在本期名录中。",
    message_en="{sheet} {cell}: predecessor “{detail}” still stands in this register.",
    action_zh="请删去已被取代的园区，或更正前身园区代码。",
    action_en="Take the park that gave way off the register, or correct the code.",
    check=check,
)
