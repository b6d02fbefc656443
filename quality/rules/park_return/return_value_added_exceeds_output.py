"""Value added above the gross output it is part of."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of units with more value added than output, at each of the two prices."""
    return pl.concat(
        findings(
            batch.tables[PARK_RETURN, "units"].filter(
                pl.col(f"value_added_{prices}_10k_cny") > pl.col(f"gross_output_{prices}_10k_cny")
            ),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="units",
            column=f"value_added_{prices}_10k_cny",
            expected=pl.col(f"gross_output_{prices}_10k_cny__text"),
            detail=pl.col("unit_code__text"),
        )
        for prices in ("current", "constant")
    )


RULE = Rule(
    id="RETURN_VALUE_ADDED_EXCEEDS_OUTPUT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="增加值大于总产值",
    title_en="Value added exceeds gross output",
    reason_zh="增加值是总产值的一部分。",
    reason_en="Value added is a part of gross output.",
    formula="value_added > gross_output, at current or at constant prices",
    message_zh="{sheet} {cell}：单位 {detail} 的增加值 {found} 大于总产值 {expected}。",
    message_en="{sheet} {cell}: value added {found} of unit {detail} exceeds its gross output {expected}.",
    action_zh="请核对两项数值和单位（万元）。",
    action_en="Check both values and their unit (10,000 CNY).",
    check=check,
)
