"""Power out of fuel or waste heat that the energy table does not put out."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.own_power import unlike_energy
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """The first line of other generation of each unit whose sum is not its output of electricity."""
    return findings(
        unlike_energy(
            batch,
            (pl.col("is_primary") != "true") & (pl.col("kind_code") != "E-STO"),
            ("T-OUT", "REC-W"),
        ),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="generated",
        found=plain(pl.col("total")),
        expected=plain(pl.col("other_total")),
        detail=pl.col("unit_code"),
    )


RULE = Rule(
    id="RETURN_GENERATION_NOT_PUT_OUT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("generation", "energy"),
    title_zh="火电、余热等发电量与能源表产出量不一致",
    title_en="Power out of fuel or waste heat differs from the output in the energy table",
    reason_zh=(
        "燃料、垃圾、余热余压等发出的电，在能源表填报为发电、供热产出（T-OUT）或余热余压回收利用（REC-W），"
        "应等于其发电量；能源统计报表（205 表）据此核对综合能耗。"
    ),
    reason_en=(
        "Power made out of fuel, waste, waste heat or pressure stands in the energy table as output (T-OUT) "
        "or as recovered (REC-W); the statistical forms (205) check energy by it."
    ),
    formula=(
        "unit: |Σ generated of technologies neither primary nor storage − Σ energy T-OUT and REC-W of "
        "electricity| > check_tolerance_ratio x the larger, in MWh; not judged where one is blank, NE, IE or "
        "C"
    ),
    message_zh=(
        "{sheet} {cell}：单位 {detail} 燃料、余热等发电量合计 {found} MWh，能源表电力的产出（T-OUT）与"
        "回收利用（REC-W）合计为 {expected} MWh。"
    ),
    message_en=(
        "{sheet} {cell}: unit {detail} generated {found} MWh out of fuel or waste heat; the energy table has "
        "{expected} MWh of electricity put out (T-OUT) or recovered (REC-W)."
    ),
    action_zh="请在能源表填报或更正电力的 T-OUT 或 REC-W 行。",
    action_en="Add or correct the line T-OUT or REC-W of electricity in the energy table.",
    check=check,
)
