"""A parameter that the formula of its line does not know."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.formulas import parameters_of_lines
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Parameters of a formula at a line that is not calculated by that formula."""
    rows = parameters_of_lines(batch).filter(
        pl.col("formula_source_code").is_not_null(),
        (pl.col("of_table") != "other_gases")
        | (pl.col("source_code") != pl.col("formula_source_code"))
        | (pl.col("calculation_method_code") != "formula"),
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="parameter_code",
        detail=pl.format("{} {}", pl.col("of_table__text").fill_null(""), "of_line"),
    )


RULE = Rule(
    id="RETURN_PARAMETER_NOT_OF_FORMULA",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("parameters", "other_gases"),
    title_zh="参数不属于该行的公式",
    title_en="The formula of the line does not know the parameter",
    reason_zh="不属于该行公式的参数不参加计算，填报的数值等于没有使用。",
    reason_en="A parameter that the line's formula does not take is not used.",
    formula=(
        "source of the parameter (seed line_parameters) ≠ source_code of the line, or its calculation "
        "method is not formula"
    ),
    message_zh="{sheet} {cell}：行 {detail} 的计算不使用参数“{found}”。",
    message_en="{sheet} {cell}: line {detail} is calculated without the parameter “{found}”.",
    action_zh="请更正参数、所属行，或该行的排放源和计算方法。",
    action_en="Correct the parameter, its line, or the source and calculation method of that line.",
    check=check,
)
