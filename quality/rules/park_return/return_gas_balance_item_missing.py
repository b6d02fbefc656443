"""A balance of a gas that lacks an item."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

#: The items of a balance of a gas, in the order of the form.
ITEMS = ("opening_stock", "bought", "charge_increase", "recovered", "closing_stock")


def check(batch: Batch) -> pl.DataFrame:
    """Items of balances that are blank, not estimated, included elsewhere or confidential."""
    rows = batch.tables[PARK_RETURN, "other_gases"].filter(pl.col("calculation_method_code") == "balance")
    return pl.concat(
        findings(
            rows.filter(
                blank(item) | pl.col(f"{item}__notation").is_in(["NE", "IE", "C"]).fill_null(value=False)
            ),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="other_gases",
            column=item,
            detail=pl.col("gas_code__text"),
        )
        for item in ITEMS
    )


RULE = Rule(
    id="RETURN_GAS_BALANCE_ITEM_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="气体平衡缺项",
    title_en="A balance of a gas lacks an item",
    reason_zh="缺任何一项都不能得出排放量；空白从不读作零。",
    reason_en="Without one of them there is no emission; a blank is never read as zero.",
    formula=(
        "calculation method balance; opening_stock, bought, charge_increase, recovered or "
        "closing_stock blank, NE, IE or C"
    ),
    message_zh="{sheet} {cell}：{detail} 的平衡项为“{found}”，该行按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: this item of the balance of {detail} is “{found}”; the line is not estimated (NE)."
    ),
    action_zh="请填写数值；没有则填 NO。",
    action_en="Give the quantity, or NO where there is none.",
    check=check,
)
