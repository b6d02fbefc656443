-- zh: 全国一年的结果：按方法、范围、范围二口径、分项、气体列出，不跨这些维度相加。
-- en: The nation in a year by method, scope, basis, component and gas; never added over these.
-- kind: answer
-- call: from national_totals(2025, 'physical')
create macro national_totals(year, boundary) as table
    select
        method_code, scope_code, scope2_basis_code, component_code, gas_group_code, emission_tco2e,
        not_estimated_count, park_count_registered, park_count_reported, park_count_partial
    from mart_national_year
    where
        reference_year = only_one_year(year)
        and boundary_code = only_one_boundary(boundary)
    order by method_code, scope_code, scope2_basis_code, component_code, gas_group_code
