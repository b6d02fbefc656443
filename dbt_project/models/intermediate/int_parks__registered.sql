-- A park that two provinces register stays one park here, the gate names it (qa_parks).
with
    listed as (
        select
            *,
            count(*) over (partition by reference_year, park_code) as registration_count,
            row_number() over (
                partition by reference_year, park_code
                order by province_code nulls last, submission_id nulls last, row_number nulls last
            ) as registration_rank
        from {{ ref("stg_park_register__parks") }}
        where row_disposition = 'used' and park_code is not null
    )

select
    listed.reference_year,
    listed.park_code,
    listed.park_name_zh,
    listed.park_name_en,
    listed.province_code,
    provinces.name_zh as province_name_zh,
    provinces.name_en as province_name_en,
    listed.city_name,
    listed.park_level_code,
    listed.park_type_code,
    listed.park_status_code,
    listed.park_status_from,
    listed.parent_park_code,
    listed.predecessor_park_codes,
    listed.is_publishable,
    listed.is_synthetic,
    listed.registration_count
from listed
left join {{ ref("provinces") }} as provinces on listed.province_code = provinces.province_code
where listed.registration_rank = 1
