select
    reference_year,
    boundary_code,
    method_code,
    component_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(park_count_registered) as bigint) as park_count_registered,
    cast(sum(park_count_reported) as bigint) as park_count_reported,
    cast(sum(park_count_partial) as bigint) as park_count_partial
from {{ ref("mart_province_year") }}
group by reference_year, boundary_code, method_code, component_code
