"""International bunkers above the final use they are part of."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import carrier_dimensions, with_quantity
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """The first bunker line of each unit and carrier whose bunkers exceed its final use."""
    lines = (
        with_quantity(batch.tables[PARK_RETURN, "energy"], batch)
        .join(carrier_dimensions(batch), on="carrier_code", how="inner", maintain_order="left")
        .filter(pl.col("dimension_code") == pl.col("carrier_dimension_code"))
    )
    final, bunker = pl.col("flow_code") == "FIN", pl.col("flow_code") == "BNK"
    known = pl.col("canonical_quantity").is_not_null() | pl.col("quantity__notation").is_in(["NO", "NA"])
    key = ["submission_id", "unit_code", "carrier_code"]
    sums = lines.with_columns(
        pl.col("canonical_quantity").filter(final).sum().over(key).alias("final_use"),
        pl.col("canonical_quantity").filter(bunker).sum().over(key).alias("bunkers"),
        (final & ~known.fill_null(value=False)).any().over(key).alias("is_unknown"),
    ).filter(bunker, ~pl.col("is_unknown"), pl.col("bunkers") > pl.col("final_use"))
    return findings(
        sums.unique(key, keep="first", maintain_order=True),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="quantity",
        found=plain(pl.col("bunkers")),
        expected=plain(pl.col("final_use")),
        detail=pl.format("{}, {}, {}", "unit_code", pl.col("carrier_code__text"), "canonical_unit_code"),
    )


RULE = Rule(
    id="RETURN_BUNKERS_EXCEED_FINAL_USE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="国际加油量大于终端消费量",
    title_en="International bunkers exceed final use",
    reason_zh="BNK 是 FIN 的其中项。",
    reason_en="BNK is an of-which item of FIN.",
    formula=(
        "Σ BNK > Σ FIN of a unit and carrier, in canonical units; not judged where a FIN line is NE, IE or C"
    ),
    message_zh="{sheet} {cell}：国际航空、航海加油量 {found} 大于终端消费量 {expected}（{detail}）。",
    message_en="{sheet} {cell}: bunkers of {found} exceed the final use of {expected} ({detail}).",
    action_zh="请核对，并把加油量也计入终端消费（FIN）。",
    action_en="Check them; bunkers are to be part of final use (FIN) too.",
    check=check,
)
