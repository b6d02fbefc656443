select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.target_type_code,
    lake.target_scope_code,
    lake.method_name,
    lake.base_year,
    lake.base_value,
    lake.target_year,
    lake.target_value,
    lake.value_unit,
    lake.interim_year,
    lake.interim_value,
    lake.recalculation_reason
from {{ source("lake", "park_return__targets") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
