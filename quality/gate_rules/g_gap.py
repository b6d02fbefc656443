"""G-GAP: the parts that explain consumption by market against by location leave nothing unexplained."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-GAP",
    version="1",
    checks={
        "mart_market_location_gap": Check(
            checked="select count(*) from mart_production_consumption",
            failing=(
                "with parts as (select reference_year, area_code, boundary_code, method_code,"
                " sum(location_tco2e) as location, sum(market_tco2e) as market,"
                " sum(market_less_location_tco2e) as gap from mart_market_location_gap group by all),"
                " totals as (select reference_year, area_code, boundary_code, method_code,"
                " sum(consumption_tco2e) filter (where scope2_basis_code = 'location') as location,"
                " sum(consumption_tco2e) filter (where scope2_basis_code = 'market') as market"
                " from mart_production_consumption group by all)"
                " select cast(reference_year as varchar) || ' ' || area_code || ' ' || boundary_code"
                " from totals full join parts using (reference_year, area_code, boundary_code, method_code)"
                " where coalesce(parts.location, 0) <> coalesce(totals.location, 0)"
                " or coalesce(parts.market, 0) <> coalesce(totals.market, 0)"
                " or coalesce(gap, 0) <> coalesce(totals.market, 0) - coalesce(totals.location, 0)"
                " order by all"
            ),
        ),
    },
    title_zh="基于市场与基于位置之差逐项说明，无余额",
    title_en="The gap between market and location is explained to the last decimal",
    reason_zh="两种口径之差须由绿电、剩余结构等各项完全说明（L6）。",
    reason_en="What makes the two bases differ must add up to their difference exactly (L6).",
    action_zh="请检查口径差异模型。",
    action_en="Check the model of the gap.",
)
