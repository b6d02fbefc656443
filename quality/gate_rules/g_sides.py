"""G-SIDES: energy counted in two ways is compared wherever both exist, and what differs is a finding."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-SIDES",
    version="1",
    checks={
        "mart_park_energy_year": Check(
            checked="select count(*) from mart_park_energy_year where supply_tce is not null",
            failing=(
                "select 'difference ' || cast(reference_year as varchar) || ' ' || park_code || ' '"
                " || energy_method_code from mart_park_energy_year"
                " where difference_tce is distinct from energy_tce - supply_tce"
                " union all"
                " select 'finding ' || cast(m.reference_year as varchar) || ' ' || m.park_code || ' '"
                " || m.energy_method_code from mart_park_energy_year as m left join mart_findings as f"
                " on f.reference_year = m.reference_year and f.park_code = m.park_code"
                " and f.boundary_code = m.boundary_code and f.finding_code = 'energy_sides_differ'"
                " and f.subject_code = m.energy_method_code"
                " where (coalesce(m.difference_tce, 0) <> 0) <> (f.park_code is not null)"
                " or f.difference <> m.difference_tce"
                " union all"
                " select 'forms ' || cast(reference_year as varchar) || ' ' || park_code || ' '"
                " || energy_method_code from mart_park_energy_year"
                " where forms_difference_tce is distinct from energy_tce - forms_tce"
                " union all"
                " select 'forms finding ' || cast(m.reference_year as varchar) || ' ' || m.park_code"
                " from mart_park_energy_year as m"
                " inner join dim_values as v on v.value_id = 'constant/check_tolerance_ratio'"
                " left join mart_findings as f"
                " on f.reference_year = m.reference_year and f.park_code = m.park_code"
                " and f.boundary_code = m.boundary_code and f.finding_code = 'energy_forms_differ'"
                " where m.energy_method_code = 'EN-CAL-F'"
                " and ((coalesce(abs(m.forms_difference_tce), 0)"
                " > try_cast(abs(m.energy_tce) as decimal(26, 12)) * cast(v.value as decimal(10, 6)))"
                " <> (f.park_code is not null) or f.difference <> m.forms_difference_tce) order by all"
            ),
        ),
        "mart_findings": Check(
            checked="select count(*) from mart_findings",
            failing=(
                "select park_code || ' ' || finding_code || ' ' || subject_code from mart_findings"
                " where message_zh is null or message_en is null or unit_code is null order by all"
            ),
        ),
    },
    title_zh="能耗的使用侧与供应侧、报表口径已相互核对，提示完整",
    title_en="Use, supply and statistical forms are compared, and findings say what they mean",
    reason_zh="各算法不一致说明有漏报或错报，须列为提示（L7）。",
    reason_en="Energy that differs by how it is counted is missing or wrong somewhere: a finding (L7).",
    action_zh="请检查能耗汇总和数据提示模型。",
    action_en="Check the models of energy and of findings.",
)
