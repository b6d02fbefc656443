"""G-BASES: scope 2 stands on every basis its terms know, and no basis is taken for another."""

from quality.gate_rule import Check, GateRule

_LINE = "submission_id, table_name, line_id, activity_code, boundary_code, method_code, method_version"

RULE = GateRule(
    id="G-BASES",
    version="1",
    checks={
        "fct_emissions": Check(
            checked="select count(*) from fct_emissions where scope_code = '2'",
            failing=(
                "with known as (select method_code, method_version, activity_code,"
                " count(distinct scope2_basis_code) as base_count from dim_terms"
                " where scope_code = '2' and not is_memo group by all),"
                f" lines as (select {_LINE}, count(distinct scope2_basis_code) as base_count"
                " from fct_emissions where scope_code = '2' and not is_memo and entry_kind_code = 'own'"
                f" group by {_LINE})"
                " select l.submission_id || ' ' || l.line_id || ' ' || l.activity_code from lines as l"
                " left join known as k using (method_code, method_version, activity_code)"
                " where l.base_count is distinct from k.base_count"
                " union all select 'basis ' || submission_id || ' ' || line_id || ' ' || scope2_basis_code"
                " from fct_emissions where scope2_basis_code not in ('NA', 'location', 'market')"
                " or (scope2_basis_code <> 'NA' and scope_code not in ('2', '3')) order by all"
            ),
        ),
    },
    title_zh="范围二按各口径完整计算",
    title_en="Scope 2 is there on every basis",
    reason_zh="基于位置和基于市场是同一排放的两种算法，缺一不可，也不得相加（L6）。",
    reason_en="Location and market are two views of one emission: both are there, and never added (L6).",
    action_zh="请检查核算项的范围二口径。",
    action_en="Check the scope 2 bases of the terms.",
)
