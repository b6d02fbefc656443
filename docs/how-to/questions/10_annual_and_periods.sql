-- zh: 年报与月报、季报之和相差多少（同时报送两者的园区；只计入一次）
-- en: How the annual return differs from the sum of months or quarters (parks that sent both; counted once)
select
    parks.park_code, parks.park_name_zh, differences.method_code, differences.scope_code,
    differences.scope2_basis_code, differences.component_code, differences.gas_group_code,
    differences.annual_tco2e, differences.periods_tco2e, differences.difference_tco2e
from mart_period_differences as differences
inner join dim_parks as parks using (reference_year, park_code)
where differences.reference_year = 2025 and differences.boundary_code = 'physical'
order by
    parks.park_code, differences.method_code, differences.scope_code, differences.scope2_basis_code,
    differences.component_code, differences.gas_group_code;
