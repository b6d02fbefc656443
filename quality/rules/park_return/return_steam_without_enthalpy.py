"""Heat by mass without the enthalpy that makes it heat."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.quantity import with_quantity
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of heat in a unit of mass whose enthalpy is blank."""
    kinds = batch.reference["power_heat_kinds"].filter(pl.col("carrier_code") == "heat").select("kind_code")
    rows = (
        with_quantity(batch.tables[PARK_RETURN, "power_heat"], batch)
        .join(kinds, on="kind_code", how="semi", maintain_order="left")
        .filter(pl.col("dimension_code") == "mass", pl.col("quantity") > 0, blank("enthalpy_kj_per_kg"))
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="enthalpy_kj_per_kg",
        detail=pl.format("{} {}", "quantity__text", "quantity_unit__text"),
    )


RULE = Rule(
    id="RETURN_STEAM_WITHOUT_ENTHALPY",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="蒸汽按质量填报而无焓值",
    title_en="Steam by mass without enthalpy",
    reason_zh="吨不能按固定系数换算为吉焦；没有焓值则为未估算（NE）。",
    reason_en=(
        "Tonnes are never turned into GJ by a constant; without enthalpy the term is not estimated (NE)."
    ),
    formula="kind of heat, dimension(quantity_unit) = mass, quantity > 0, enthalpy_kj_per_kg blank",
    message_zh="{sheet} {cell}：{detail} 按质量填报而未填焓值，按未估算（NE）处理。",
    message_en="{sheet} {cell}: {detail} is given by mass without enthalpy; it is not estimated (NE).",
    action_zh="请填写焓值（kJ/kg），或以 GJ 填报。",
    action_en="Give the enthalpy (kJ/kg), or the heat in GJ.",
    check=check,
)
