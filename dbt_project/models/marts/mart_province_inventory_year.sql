select
    reference_year,
    province_code,
    method_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(not_estimated_reason_code) as bigint) as not_estimated_count,
    count(not_estimated_reason_code) > 0 as is_partial
from {{ ref("fct_province_emissions") }}
group by reference_year, province_code, method_code
