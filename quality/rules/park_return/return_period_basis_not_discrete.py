"""An annual return that says it is cumulative."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Covers of a whole year with the basis year to date."""
    covers = batch.tables["park_return", "cover"]
    return findings(
        covers.filter(pl.col("period_basis_code") == "year_to_date"),
        rule_id=RULE.id,
        form="park_return",
        table="cover",
        column="period_basis_code",
        expected="discrete",
    )


RULE = Rule(
    id="RETURN_PERIOD_BASIS_NOT_DISCRETE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("cover",),
    title_zh="年报填为累计口径",
    title_en="An annual return on a year-to-date basis",
    reason_zh="累计数可能只到年中某月，不能确认为全年。",
    reason_en="A cumulative figure may end before the year does.",
    formula="period_basis_code = year_to_date in a return of a year",
    message_zh="{sheet} {cell}：年报的期别口径为“{found}”，按全年数采用。",
    message_en="{sheet} {cell}: the annual return is on the basis “{found}”; it is used as the whole year.",
    action_zh="请确认数据覆盖全年，并改为当期口径报送更正。",
    action_en="Confirm that the figures cover the whole year and send a correction on the discrete basis.",
    check=check,
)
