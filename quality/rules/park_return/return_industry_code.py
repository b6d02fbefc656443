"""An industry code that is no four-digit class of a known division."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of units whose given industry code is not valid."""
    industries = batch.reference["industries"]
    divisions = industries.filter(pl.col("level_code") == "division")["industry_code"].to_list()
    code = pl.col("industry_code")
    valid = code.str.contains(r"^[0-9]{4}$") & code.str.head(2).is_in(divisions)
    return findings(
        batch.tables[PARK_RETURN, "units"].filter(~valid),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="units",
        column="industry_code",
        expected="GB/T 4754-2017",
        detail=pl.col("unit_code__text"),
    )


RULE = Rule(
    id="RETURN_INDUSTRY_CODE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="行业代码不符",
    title_en="The industry code is not valid",
    reason_zh="行业按 GB/T 4754-2017 的大类汇总。",
    reason_en="Industries are added up by division of GB/T 4754-2017.",
    formula="industry_code is not four digits, or its first two are no division of the seed industries",
    message_zh="{sheet} {cell}：行业代码“{found}”不是 GB/T 4754-2017 已知大类的四位代码。",
    message_en=(
        "{sheet} {cell}: industry code “{found}” is not a four-digit class of a known division of GB/T "
        "4754-2017."
    ),
    action_zh="请填写四位小类代码（不带门类字母）。",
    action_en="Give the four digits of the class, without the letter of the section.",
    check=check,
)
