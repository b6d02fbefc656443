-- L8: two rows that match one key stop the build before a fact is written with either.
select
    reference_year,
    purpose_code,
    activity_code,
    match_carrier_code,
    gas_code,
    region_code,
    count(*) as row_count
from {{ ref("int_factors__matched") }}
group by reference_year, purpose_code, activity_code, match_carrier_code, gas_code, region_code
having count(*) > 1
