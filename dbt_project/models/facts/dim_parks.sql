-- One return a park and year can be in a plan (a second
-- original is held), so the join cannot multiply parks.
select
    parks.reference_year,
    parks.park_code,
    parks.park_name_zh,
    parks.park_name_en,
    parks.province_code,
    parks.province_name_zh,
    parks.province_name_en,
    parks.city_name,
    parks.park_level_code,
    parks.park_type_code,
    parks.park_status_code,
    parks.is_publishable,
    parks.is_synthetic,
    returns.submission_id is not null as has_return,
    returns.submission_id
from {{ ref("int_parks__registered") }} as parks
left join
    {{ ref("stg_plan__submissions") }} as returns
    on parks.reference_year = returns.reference_year
    and parks.park_code = returns.reporting_unit_code
    and returns.form = 'park_return'
