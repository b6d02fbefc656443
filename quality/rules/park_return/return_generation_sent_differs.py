"""Two tables tell differently how much own power was sent."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import tolerance
from quality.quantity import sums_that_differ, with_known
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """The first line of generation of each unit and kind whose sum sent is not that of power_heat."""
    kinds = batch.reference["generation_technologies"].select("technology_code", "kind_code")
    generation = (
        with_known(batch.tables[PARK_RETURN, "generation"], batch, ("sent_to_grid", "sent_to_unit"))
        .join(kinds, on="technology_code", how="inner", maintain_order="left")
        .with_columns((pl.col("sent_to_grid_known") + pl.col("sent_to_unit_known")).alias("amount"))
    )
    lines = (
        with_known(batch.tables[PARK_RETURN, "power_heat"], batch, ("quantity",))
        .filter(pl.col("direction_code") == "sent")
        .with_columns(pl.col("quantity_known").alias("amount"))
    )
    key = ("submission_id", "unit_code", "kind_code")
    return findings(
        sums_that_differ(generation, lines, key, tolerance(batch)),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="sent_to_grid",
        found=plain(pl.col("total")),
        expected=plain(pl.col("other_total")),
        detail=pl.format("{}, {}", "unit_code", "kind_code"),
    )


RULE = Rule(
    id="RETURN_GENERATION_SENT_DIFFERS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("generation", "power_heat"),
    title_zh="外供自发电量两表不一致",
    title_en="Two tables differ on own power sent",
    reason_zh="发电表的上网和供其他单位电量应等于电力与热力表中同类别的外供量。",
    reason_en="What a plant sent is what the table of power and heat says was sent of its kind.",
    formula=(
        "unit and kind of generation_technologies: |Σ (sent_to_grid + sent_to_unit) of generation − "
        "Σ power_heat sent| > check_tolerance_ratio x the larger, in MWh; not judged where one is "
        "blank, NE, IE or C"
    ),
    message_zh="{sheet} {cell}：{detail} 外供合计 {found} MWh，电力与热力表中为 {expected} MWh。",
    message_en=(
        "{sheet} {cell}: {detail} sent {found} MWh; the table of power and heat says {expected} MWh."
    ),
    action_zh="请核对两表的外供电量和类别。",
    action_en="Check what both tables say was sent, and of which kind.",
    check=check,
)
