"""G-INVENTORY: provincial inventories are the sums of their cells, and the national one of the provinces."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-INVENTORY",
    version="1",
    checks={
        "mart_province_inventory_year": Check(
            checked="select count(*) from mart_province_inventory_year",
            failing=(
                "with source as (select reference_year, province_code, method_code,"
                " sum(emission_tco2e) as total from fct_province_emissions group by all)"
                " select cast(reference_year as varchar) || ' ' || province_code from source"
                " full join mart_province_inventory_year as m"
                " using (reference_year, province_code, method_code)"
                " where coalesce(source.total, 0) <> coalesce(m.emission_tco2e, 0) order by all"
            ),
        ),
        "mart_national_inventory_year": Check(
            checked="select count(*) from mart_national_inventory_year",
            failing=(
                "with source as (select reference_year, method_code, sum(emission_tco2e) as total"
                " from mart_province_inventory_year group by all)"
                " select cast(reference_year as varchar) || ' ' || method_code from source"
                " full join mart_national_inventory_year as m using (reference_year, method_code)"
                " where coalesce(source.total, 0) <> coalesce(m.emission_tco2e, 0) order by all"
            ),
        ),
    },
    title_zh="省级清单合计等于各单元格之和",
    title_en="Provincial inventories are the sums of their cells",
    reason_zh="清单合计必须精确可追溯（L3）。",
    reason_en="An inventory total has to be the exact sum of its cells (L3).",
    action_zh="请检查省级清单汇总模型。",
    action_en="Check the models of the provincial inventories.",
)
