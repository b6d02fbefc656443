"""A parameter of the unit's own without what it rests on."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Parameters whose evidence is blank."""
    return findings(
        batch.tables[PARK_RETURN, "parameters"].filter(blank("evidence"), pl.col("value").is_not_null()),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="evidence",
        detail=pl.col("parameter_code__text"),
    )


RULE = Rule(
    id="RETURN_PARAMETER_WITHOUT_EVIDENCE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("parameters",),
    title_zh="参数无依据",
    title_en="A parameter without evidence",
    reason_zh="填报的参数代替文件中的缺省值，须说明依据。",
    reason_en="A parameter of its own takes the place of a documented value: it has to say what it rests on.",
    formula="value given, evidence blank",
    message_zh="{sheet} {cell}：参数“{detail}”未填依据。",
    message_en="{sheet} {cell}: the parameter “{detail}” names no evidence.",
    action_zh="请填写检测报告、台账或文件。",
    action_en="Name the test report, record or document.",
    check=check,
)
