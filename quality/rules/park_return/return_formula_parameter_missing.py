"""A formula without a parameter that no document lists."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.formulas import missing_parameters
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """One finding a line with an activity above zero, naming all its missing parameters."""
    return findings(
        missing_parameters(batch),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="calculation_method_code",
        expected=pl.col("missing_names"),
        detail=pl.col("source_code__text"),
    )


RULE = Rule(
    id="RETURN_FORMULA_PARAMETER_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases", "parameters"),
    title_zh="公式所需参数缺失",
    title_en="A parameter of the formula is missing",
    reason_zh="未填报、也无文件缺省值的参数，使该气体为未估算（NE）；没有则填 0。",
    reason_en=(
        "A parameter that is neither given nor listed leaves its gas not estimated (NE); give 0 where there "
        "is none."
    ),
    formula=(
        "calculation method formula, activity > 0; a parameter of the source (seed line_parameters) neither "
        "in table parameters nor in the seed formula_defaults; a by-product and nitrogen are not asked for"
    ),
    message_zh="{sheet} {cell}：“{detail}”的公式缺少参数：{expected}，按未估算（NE）处理。",
    message_en="{sheet} {cell}: the formula of “{detail}” lacks {expected}; it is not estimated (NE).",
    action_zh="请在参数表中补报。",
    action_en="Give them in the table of parameters.",
    check=check,
)
