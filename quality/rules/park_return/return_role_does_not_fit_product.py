"""A product or material in a role that its list does not give it."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose known role is not that of their known product."""
    roles = batch.reference["process_products"].select(
        "product_code", pl.col("role_code").alias("listed_role")
    )
    rows = batch.tables[PARK_RETURN, "process"].join(
        roles, on="product_code", how="inner", maintain_order="left"
    )
    return findings(
        rows.filter(pl.col("role_code") != pl.col("listed_role")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="process",
        column="role_code",
        expected=pl.col("listed_role"),
        detail=pl.col("product_code__text"),
    )


RULE = Rule(
    id="RETURN_ROLE_DOES_NOT_FIT_PRODUCT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="角色与产品不符",
    title_en="The role does not fit the product",
    reason_zh="产品、物料和扣减项的因子不同，角色不符则无因子。",
    reason_en=(
        "Products, materials and deductions have factors of their own; in another role there is none."
    ),
    formula="role_code ≠ role of the product in the seed process_products",
    message_zh="{sheet} {cell}：“{detail}”的角色应为 {expected}，填写的是“{found}”。",
    message_en="{sheet} {cell}: the role of “{detail}” should be {expected}, found “{found}”.",
    action_zh="请更正角色或产品。",
    action_en="Correct the role or the product.",
    check=check,
)
