"""A measured parameter that cannot be used alone."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows with a parameter that needs another one; the finding stands at the blank cell."""
    has_carbon = pl.col("carbon_content").is_not_null()
    has_oxidation = (pl.col("oxidation_ratio") != 1).fill_null(value=False)
    no_calorific_value = blank("net_calorific_value") & (has_carbon | has_oxidation)
    no_carbon = ~blank("net_calorific_value") & blank("carbon_content") & has_oxidation
    given = pl.when(has_carbon).then(pl.lit("carbon_content")).otherwise(pl.lit("oxidation_ratio"))
    return pl.concat(
        findings(
            batch.tables[PARK_RETURN, "energy"].filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="energy",
            column=column,
            found=given,
            expected=column,
            detail=pl.col("carrier_code__text"),
        )
        for condition, column in (
            (no_calorific_value, "net_calorific_value"),
            (no_carbon, "carbon_content"),
        )
    )


RULE = Rule(
    id="RETURN_MEASURED_PARAMETERS_INCOMPLETE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="实测参数不完整",
    title_en="Measured parameters are not complete",
    reason_zh="含碳量须与热值同用，氧化率须与两者同用；缺一则该参数不被采用。",
    reason_en="A carbon content is used with a calorific value only, an oxidation rate with both only.",
    formula="carbon_content without net_calorific_value, or oxidation_ratio ≠ 1 without both",
    message_zh="{sheet} {cell}：{detail} 缺少{expected}，所填的 {found} 未被采用。",
    message_en="{sheet} {cell}: {detail} lacks {expected}; the {found} given is not used.",
    action_zh="请补充缺少的实测参数。",
    action_en="Add the parameter that is missing.",
    check=check,
)
