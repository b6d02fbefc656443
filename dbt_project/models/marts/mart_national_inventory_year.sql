select
    reference_year,
    method_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(*) as bigint) as province_count,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count,
    count(case when is_partial then 1 end) > 0 as is_partial
from {{ ref("mart_province_inventory_year") }}
group by reference_year, method_code
