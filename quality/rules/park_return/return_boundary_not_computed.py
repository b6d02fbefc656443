"""A return about the administrative boundary alone."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Covers that report the administrative boundary only: their lines must not pass for the physical one."""
    covers = batch.tables["park_return", "cover"]
    return findings(
        covers.filter(pl.col("boundaries_reported_code") == "administrative"),
        rule_id=RULE.id,
        form="park_return",
        table="cover",
        column="boundaries_reported_code",
        expected="physical, both",
    )


RULE = Rule(
    id="RETURN_BOUNDARY_NOT_COMPUTED",
    severity="fatal",
    scope="form",
    forms=("park_return",),
    tables=("cover",),
    title_zh="只填报管理边界",
    title_en="Only the administrative boundary is reported",
    reason_zh="本版本按物理边界核算，管理边界的数据不能当作物理边界。",
    reason_en=(
        "This version computes the physical boundary; figures of another boundary must not pass for it."
    ),
    formula="boundaries_reported_code = administrative",
    message_zh="{sheet} {cell}：填报边界为“{found}”，目前只核算物理边界。",
    message_en=(
        "{sheet} {cell}: the boundary reported is “{found}”; only the physical one is computed so far."
    ),
    action_zh="请按物理边界填报后重新报送。",
    action_en="Fill in the form for the physical boundary and send it again.",
    check=check,
)
