"""Power in a unit of heat, or heat in a unit of power."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.quantity import with_quantity
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of power_heat whose known unit does not fit their known kind."""
    kinds = batch.reference["power_heat_kinds"].select("kind_code", "carrier_code")
    rows = with_quantity(batch.tables[PARK_RETURN, "power_heat"], batch).join(
        kinds, on="kind_code", how="inner", maintain_order="left"
    )
    is_power = pl.col("carrier_code") == "electricity"
    fits = (
        pl.when(is_power)
        .then(pl.col("dimension_code") == "electricity")
        .otherwise(pl.col("dimension_code").is_in(["energy", "mass"]))
    )
    return findings(
        rows.filter(~fits),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="quantity_unit",
        expected=pl.when(is_power).then(pl.lit("MWh")).otherwise(pl.lit("GJ")),
        detail=pl.col("kind_code"),
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_KIND",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="计量单位与电热类别不符",
    title_en="The unit does not fit the kind",
    reason_zh="电力与热力不能互换单位；蒸汽可按吨填报并给出焓值。",
    reason_en="Power and heat do not share units; steam may be given in tonnes with its enthalpy.",
    formula="kind of electricity: dimension(quantity_unit) = electricity; kind of heat: energy or mass",
    message_zh="{sheet} {cell}：类别 {detail} 不能用单位“{found}”，应为{expected}。",
    message_en="{sheet} {cell}: kind {detail} cannot be given in “{found}”; expected {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
