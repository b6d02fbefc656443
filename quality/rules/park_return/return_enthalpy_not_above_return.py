"""Heat by mass whose enthalpy is not above that of the return."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import with_quantity
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines by mass without a positive difference of enthalpies; cold is left out, there it is negative."""
    feed_water = batch.reference["parameters"].filter(
        pl.col("parameter_code") == "feed_water_enthalpy_kj_per_kg"
    )["value"]
    kinds = batch.reference["power_heat_kinds"].filter(
        pl.col("carrier_code") == "heat", pl.col("kind_code") != "H-COLD"
    )
    rows = (
        with_quantity(batch.tables[PARK_RETURN, "power_heat"], batch)
        .join(kinds.select("kind_code"), on="kind_code", how="semi", maintain_order="left")
        .with_columns(
            pl.coalesce(
                "return_enthalpy_kj_per_kg",
                pl.lit(feed_water.item()).cast(pl.Decimal(precision=25, scale=12)),
            ).alias("return_enthalpy")
        )
        .filter(pl.col("dimension_code") == "mass", pl.col("enthalpy_kj_per_kg") <= pl.col("return_enthalpy"))
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="enthalpy_kj_per_kg",
        expected=plain(pl.col("return_enthalpy")),
        detail=pl.col("kind_code"),
    )


RULE = Rule(
    id="RETURN_ENTHALPY_NOT_ABOVE_RETURN",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="焓值不高于回水焓",
    title_en="Enthalpy is not above that of the return",
    reason_zh="焓差不为正则热量为零或负。",
    reason_en="Without a difference the heat is zero or negative.",
    formula=(
        "dimension(quantity_unit) = mass and enthalpy_kj_per_kg ≤ return_enthalpy_kj_per_kg, or the "
        "feed-water enthalpy of the reference where none is given; not judged for cold"
    ),
    message_zh="{sheet} {cell}：焓值 {found} 不高于回水焓 {expected}（{detail}）。",
    message_en="{sheet} {cell}: the enthalpy {found} is not above {expected} of the return ({detail}).",
    action_zh="请核对焓值的单位（kJ/kg）和数值。",
    action_en="Check the enthalpies and their unit (kJ/kg).",
    check=check,
)
