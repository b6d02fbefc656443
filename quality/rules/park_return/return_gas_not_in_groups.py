"""A gas that is none of the seven groups."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose gas belongs to no group of the inventory."""
    others = batch.reference["gases"].filter(pl.col("gas_group_code") == "NA").select("gas_code")
    rows = batch.tables[PARK_RETURN, "other_gases"].join(
        others, on="gas_code", how="semi", maintain_order="left"
    )
    return findings(rows, rule_id=RULE.id, form=PARK_RETURN, table="other_gases", column="gas_code")


RULE = Rule(
    id="RETURN_GAS_NOT_IN_GROUPS",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="不属于七类温室气体",
    title_en="The gas is none of the seven groups",
    reason_zh="HCFC、硫酰氟不属于七类温室气体，只作备忘。",
    reason_en=(
        "HCFCs and sulfuryl fluoride are not among the seven groups of gases: they are shown as a memo."
    ),
    formula="gas_group_code of the gas in the seed gases = NA",
    message_zh="{sheet} {cell}：{found} 不属于七类温室气体，单列备忘，不计入总量。",
    message_en=(
        "{sheet} {cell}: {found} is none of the seven groups of gases; it is shown as a memo and is "
        "in no total."
    ),
    action_zh="无需更正；请确认气体无误。",
    action_en="Nothing to correct; confirm the gas.",
    check=check,
)
