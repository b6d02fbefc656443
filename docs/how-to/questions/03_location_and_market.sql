-- zh: 各省外购电力、热力的排放：基于位置与基于市场并列，不相加
-- en: Scope 2 by province: location-based beside market-based, never added
select
    province_code,
    sum(emission_tco2e) filter (scope2_basis_code = 'location') as location_tco2e,
    sum(emission_tco2e) filter (scope2_basis_code = 'market') as market_tco2e,
    max(park_count_reported) as park_count_reported,
    max(park_count_partial) as park_count_partial
from mart_province_year
where
    reference_year = 2025
    and method_code = 'GHGI'
    and boundary_code = 'physical'
    and scope_code = '2'
group by province_code
having sum(emission_tco2e) is not null
order by province_code;
