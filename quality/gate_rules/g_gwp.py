"""G-GWP: every equivalent is its mass times the one warming potential of its gas."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-GWP",
    version="1",
    checks={
        "fct_emissions": Check(
            checked="select count(*) from fct_emissions where emission_tco2e is not null",
            failing=(
                # The mass has 12 decimals and the potential 3: their product is exact in 15, rounded once.
                "select 'product ' || submission_id || ' ' || line_id || ' ' || term_code || ' ' || gas_code"
                " from fct_emissions where emission_tco2e is not null and (mass_t is null"
                " or gwp_value is null or emission_tco2e <> round(cast(mass_t as decimal(26, 12))"
                " * cast(gwp_value as decimal(10, 3)), 12))"
                " union all select 'gas ' || method_code || ' ' || gas_code from fct_emissions"
                " where gwp_value is not null group by method_code, method_version, gas_code"
                " having count(distinct gwp_value) > 1"
                " union all select 'group ' || gas_code from fct_emissions group by gas_code"
                " having count(distinct gas_group_code) <> 1 order by all"
            ),
        ),
    },
    title_zh="二氧化碳当量等于质量乘以唯一的增温潜势",
    title_en="An equivalent is its mass times the one potential of its gas",
    reason_zh="同一发布中一种气体只能用一个 GWP（L8）。",
    reason_en="A release uses one GWP for a gas (L8).",
    action_zh="请检查方案中的 GWP 值集。",
    action_en="Check the GWP set of the plan.",
)
