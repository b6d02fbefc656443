-- A register is chosen for a year, not dated by it:
-- the choice, not the period, ties a row to the plan.
select
    chosen.reference_year,
    chosen.province_code,
    lake.submission_id,
    lake.row_number,
    lake.sheet,
    lake.source_row,
    lake.row_disposition,
    lake.park_code,
    lake.park_name_zh,
    lake.park_name_en,
    lake.city_name,
    lake.park_level_code,
    lake.park_type_code,
    lake.parent_park_code,
    lake.predecessor_park_codes,
    lake.park_status_code,
    lake.park_status_from,
    lake.expected_forms,
    lake.is_publishable,
    lake.is_synthetic
from {{ source("lake", "park_register__parks") }} as lake
inner join {{ source("plan", "register_choice") }} as chosen on lake.submission_id = chosen.submission_id
