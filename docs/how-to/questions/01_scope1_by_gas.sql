-- zh: 全国园区范围一排放，按气体（吨二氧化碳当量）
-- en: Scope 1 of the nation's parks by gas, in CO2e
select gas_group_code, sum(emission_tco2e) as emission_tco2e, sum(not_estimated_count) as not_estimated_count
from mart_national_year
where
    reference_year = 2025
    and method_code = 'GHGI'
    and boundary_code = 'physical'
    and scope_code = '1'
group by gas_group_code
having sum(emission_tco2e) is not null
order by emission_tco2e desc;
