"""Gas that a unit lost, and methane that leaked from its gas system."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of leaked methane of units that lost gas; `expected` is sheet and cell of the first loss."""
    gases = batch.reference["carriers"].filter(
        (pl.col("carrier_group_code") == "gas") | (pl.col("state_code") == "gas")
    )
    lost = (
        batch.tables[PARK_RETURN, "energy"]
        .filter(pl.col("flow_code") == "LOSS", pl.col("quantity") > 0)
        .join(gases.select("carrier_code"), on="carrier_code", how="semi", maintain_order="left")
        .group_by("submission_id", "unit_code", maintain_order=True)
        .agg(
            pl.format("{} {}", "sheet", "flow_code__cell").first().alias("lost_cell"),
            pl.col("carrier_code__text").first().alias("lost_carrier"),
        )
    )
    leaked = batch.tables[PARK_RETURN, "other_gases"].filter(
        pl.col("source_code") == "gas_system",
        pl.col("gas_code") == "CH4",
        pl.any_horizontal(pl.col("bought", "emitted", "activity") > 0),
    )
    return findings(
        leaked.join(lost, on=["submission_id", "unit_code"], how="inner", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="gas_code",
        expected=pl.col("lost_cell"),
        detail=pl.col("lost_carrier"),
    )


RULE = Rule(
    id="RETURN_LOSS_AND_LEAK_REPORTED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy", "other_gases"),
    title_zh="同一单位既填气体损失量，又填泄漏的甲烷",
    title_en="A unit reports gas that was lost and methane that leaked",
    reason_zh="统计局的因子集列有该品种的损失因子时，损失量中泄漏的甲烷已经计入；再填一次就计了两次。",
    reason_en=(
        "Counted once: where the office lists a loss factor of the carrier, the methane that leaks with "
        "the loss is counted already."
    ),
    formula=(
        "source gas_system, gas CH4 with a quantity > 0, and a line LOSS of a gas or of natural gas with "
        "quantity > 0 in the same unit"
    ),
    message_zh="{sheet} {cell}：填报泄漏的 {found}，而该单位的 {detail} 又填有损失量，见 {expected}。",
    message_en=(
        "{sheet} {cell}: {found} is reported as leaked, and the unit reports {detail} as lost as well, "
        "see {expected}."
    ),
    action_zh="请说明两处是否同一泄漏；是同一泄漏的，只在一处填报。",
    action_en="Say whether both are the same leak; if so, report it in one place.",
    check=check,
)
