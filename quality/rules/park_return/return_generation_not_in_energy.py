"""Primary power that the energy table tells differently."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.own_power import unlike_energy
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """The first line of primary generation of each unit whose sum is not its production of electricity."""
    return findings(
        unlike_energy(batch, pl.col("is_primary") == "true", ("PRD",)),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="generated",
        found=plain(pl.col("total")),
        expected=plain(pl.col("other_total")),
        detail=pl.col("unit_code"),
    )


RULE = Rule(
    id="RETURN_GENERATION_NOT_IN_ENERGY",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("generation", "energy"),
    title_zh="一次电力与能源表自产量不一致",
    title_en="Primary power differs from the energy table",
    reason_zh="一次电力按能源表自产（PRD）计入能源消费，应等于其发电量。",
    reason_en="Primary power counts as energy by the lines PRD; they are what was generated.",
    formula=(
        "unit: |Σ generated of primary technologies − Σ energy PRD of electricity| > "
        "check_tolerance_ratio x the larger, in MWh; not judged where one is blank, NE, IE or C"
    ),
    message_zh=(
        "{sheet} {cell}：单位 {detail} 一次电力发电量合计 {found} MWh，能源表自产（PRD）电力为 "
        "{expected} MWh。"
    ),
    message_en=(
        "{sheet} {cell}: unit {detail} generated {found} MWh of primary power; the energy table has "
        "{expected} MWh of electricity produced (PRD)."
    ),
    action_zh="请在能源表填报或更正电力的自产（PRD）行。",
    action_en="Add or correct the line PRD of electricity in the energy table.",
    check=check,
)
