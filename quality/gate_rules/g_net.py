"""G-NET: nets and consumption are what their own lines add up to, on each of the two bases."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-NET",
    version="1",
    checks={
        "mart_park_net_year": Check(
            checked="select count(*) from mart_park_net_year",
            failing=(
                "select 'sum ' || cast(n.reference_year as varchar) || ' ' || n.park_code || ' '"
                " || n.boundary_code || ' ' || n.scope2_basis_code from mart_park_net_year as n"
                " left join mart_park_year as p using"
                " (reference_year, park_code, boundary_code, method_code, scope2_basis_code)"
                " where n.gross_tco2e is distinct from p.emission_tco2e"
                " or coalesce(n.gross_tco2e, 0) <> coalesce(n.scope1_tco2e, 0) + coalesce(n.scope2_tco2e, 0)"
                " or (n.gross_tco2e is null) <> (n.net_after_removals_tco2e is null)"
                " or (n.gross_tco2e is null) <> (n.net_after_offsets_tco2e is null)"
                " or n.net_after_removals_tco2e <> n.gross_tco2e + coalesce(n.removals_tco2e, 0)"
                " or n.net_after_offsets_tco2e <> n.net_after_removals_tco2e + coalesce(n.offsets_tco2e, 0)"
                " union all select 'bases ' || cast(reference_year as varchar) || ' ' || park_code || ' '"
                " || boundary_code from mart_park_net_year"
                " group by reference_year, park_code, boundary_code, method_code"
                " having count(*) filter (where scope2_basis_code = 'location') <> 1"
                " or count(*) filter (where scope2_basis_code = 'market') <> 1 or count(*) <> 2"
                " union all select 'absent ' || cast(p.reference_year as varchar) || ' ' || p.park_code"
                " from mart_park_year as p left join mart_park_net_year as n using"
                " (reference_year, park_code, boundary_code, method_code, scope2_basis_code)"
                " where p.scope2_basis_code <> 'NA' and n.park_code is null order by all"
            ),
        ),
        "mart_production_consumption": Check(
            checked="select count(*) from mart_production_consumption",
            failing=(
                "with cells as (select *, 'CN' as area_code from mart_national_year union all by name"
                " select * exclude (province_code), province_code as area_code from mart_province_year),"
                " sums as (select m.reference_year, m.area_code, m.boundary_code, m.method_code,"
                " m.scope2_basis_code, sum(c.emission_tco2e) filter (where c.scope_code = '1') as scope1,"
                " sum(c.emission_tco2e) filter (where c.scope_code = '2') as scope2"
                " from mart_production_consumption as m left join cells as c"
                " on m.reference_year = c.reference_year and m.area_code = c.area_code"
                " and m.boundary_code = c.boundary_code and m.method_code = c.method_code"
                " and c.scope2_basis_code in ('NA', m.scope2_basis_code) group by all)"
                " select cast(m.reference_year as varchar) || ' ' || m.area_code || ' ' || m.boundary_code"
                " || ' ' || m.scope2_basis_code from mart_production_consumption as m left join sums using"
                " (reference_year, area_code, boundary_code, method_code, scope2_basis_code)"
                " where coalesce(m.production_tco2e, 0) <> coalesce(scope1, 0)"
                " or coalesce(m.received_tco2e, 0) + coalesce(m.resold_tco2e, 0) <> coalesce(scope2, 0)"
                " or coalesce(m.consumption_tco2e, 0) <> coalesce(m.production_tco2e, 0)"
                " + coalesce(m.received_tco2e, 0) + coalesce(m.resold_tco2e, 0)"
                " + coalesce(m.own_generation_sent_tco2e, 0) order by all"
            ),
        ),
    },
    title_zh="净排放、消费侧排放等于其各项之和，两种口径齐全",
    title_en="Nets and consumption are the sums of their lines, on both bases",
    reason_zh="清除、抵销和外供电热须逐项列示，不得混入总排放（L6）。",
    reason_en="Removals, offsets and what is sent are lines of their own, never mixed into gross (L6).",
    action_zh="请检查净排放和生产侧、消费侧模型。",
    action_en="Check the models of nets and of production and consumption.",
)
