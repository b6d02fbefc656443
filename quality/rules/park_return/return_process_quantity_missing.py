"""A process line without the quantity its role needs."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose quantity cells for their role are all blank; the finding stands at the first of them."""
    is_product = pl.col("role_code") == "product"
    conditions = {
        "qualified_output": is_product & blank("qualified_output") & blank("own_use"),
        "activity": (pl.col("role_code") != "product") & blank("activity"),
    }
    return pl.concat(
        findings(
            batch.tables[PARK_RETURN, "process"].filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="process",
            column=column,
            found=pl.col("role_code__text"),
            detail=pl.col("product_code__text"),
        )
        for column, condition in conditions.items()
    )


RULE = Rule(
    id="RETURN_PROCESS_QUANTITY_MISSING",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="过程数量为空",
    title_en="The process quantity is missing",
    reason_zh="空白从不读作零。",
    reason_en="A blank is never read as zero.",
    formula="role product: qualified_output and own_use both blank; any other role: activity blank",
    message_zh="{sheet} {cell}：角色为“{found}”的 {detail} 未填数量。",
    message_en="{sheet} {cell}: {detail} with the role “{found}” has no quantity.",
    action_zh="产品请填外销量和自用量，物料和扣减请填投入或扣减量；未发生填 NO。",
    action_en=(
        "Give output sold and own use of a product, the activity of a material or deduction; NO where "
        "it does not occur."
    ),
    check=check,
)
