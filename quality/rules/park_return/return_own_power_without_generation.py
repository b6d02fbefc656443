"""Own power sent by a unit that generates none."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of own power sent whose unit has no line of generation of that kind."""
    kinds = batch.reference["generation_technologies"].select("technology_code", "kind_code")
    key = ["submission_id", "unit_code", "kind_code"]
    generation = batch.tables[PARK_RETURN, "generation"].join(kinds, on="technology_code", how="inner")
    rows = (
        batch.tables[PARK_RETURN, "power_heat"]
        .join(kinds.select("kind_code").unique(), on="kind_code", how="semi", maintain_order="left")
        .filter(pl.col("direction_code") == "sent", pl.col("quantity") > 0)
        .drop_nulls(key)
        .join(generation.select(key), on=key, how="anti", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="kind_code",
        expected=pl.col("unit_code"),
        detail=QUANTITY_AS_WRITTEN,
    )


RULE = Rule(
    id="RETURN_OWN_POWER_WITHOUT_GENERATION",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat", "generation"),
    title_zh="外供自发电无发电数据",
    title_en="Own power sent without generation",
    reason_zh="外供的自发电应在自有发电与储能表中有其电站。",
    reason_en="Own power that is sent has its plant in the table of own generation and storage.",
    formula=(
        "kind of generation_technologies (E-SELF-*, E-STO), direction sent, quantity > 0, no line of "
        "generation of the same unit and kind"
    ),
    message_zh="{sheet} {cell}：单位 {expected} 外供 {found} {detail}，自有发电与储能表中没有相应电站。",
    message_en=(
        "{sheet} {cell}: unit {expected} sent {found} of {detail}, and the table of own generation "
        "has no such plant of it."
    ),
    action_zh="请在自有发电与储能表中填报电站，或更正类别。",
    action_en="Report the plant, or correct the kind.",
    check=check,
)
