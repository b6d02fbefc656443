"""Parameters given without a measurement behind them."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

_MEASURED = ("net_calorific_value", "carbon_content", "oxidation_ratio")

_TIERS = ("accredited_lab", "measured")


def check(batch: Batch) -> pl.DataFrame:
    """Rows with a measured parameter and an evidence tier that is blank or none of a measurement."""
    rows = batch.tables[PARK_RETURN, "energy"].filter(pl.any_horizontal(pl.col(_MEASURED).is_not_null()))
    not_measured = ~pl.col("evidence_tier_code").is_in(_TIERS)
    return findings(
        rows.filter(blank("evidence_tier_code") | not_measured),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="evidence_tier_code",
        expected=" / ".join(_TIERS),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_MEASURED_WITHOUT_EVIDENCE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="实测参数无检测依据",
    title_en="Measured parameters without a measurement",
    reason_zh="只有检测或计量得到的参数代替缺省值。",
    reason_en="Only measured parameters replace the default.",
    formula=(
        "net_calorific_value, carbon_content or oxidation_ratio given, and evidence tier ∉ "
        "{accredited_lab, measured}"
    ),
    message_zh="{sheet} {cell}：{detail} 填报了燃料参数，但数据等级为“{found}”；核算改用缺省值。",
    message_en=(
        "{sheet} {cell}: fuel parameters of {detail} are given with the evidence tier “{found}”; the "
        "default is used."
    ),
    action_zh="如为检测或计量数据，请填写数据等级。",
    action_en="State the evidence tier if they were measured.",
    check=check,
)
