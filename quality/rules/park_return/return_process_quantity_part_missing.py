"""One of the two quantities of a product is blank."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of products with one of the two cells blank; the finding stands at the blank one."""
    products = batch.tables[PARK_RETURN, "process"].filter(pl.col("role_code") == "product")
    return pl.concat(
        findings(
            products.filter(blank(column), ~blank(other)),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="process",
            column=column,
            detail=pl.col("product_code__text"),
        )
        for column, other in (("qualified_output", "own_use"), ("own_use", "qualified_output"))
    )


RULE = Rule(
    id="RETURN_PROCESS_QUANTITY_PART_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="产品数量只填了一项",
    title_en="One of a product's two quantities is blank",
    reason_zh="产量为外销量与自用量之和；空白不说明没有。",
    reason_en="Production is output sold plus own use; a blank does not say that there was none.",
    formula="role product: exactly one of qualified_output and own_use blank",
    message_zh="{sheet} {cell}：{detail} 未填此项，仅采用另一项。",
    message_en="{sheet} {cell}: this cell of {detail} is blank; only the other one is used.",
    action_zh="没有则填 NO。",
    action_en="Give NO where there is none.",
    check=check,
)
