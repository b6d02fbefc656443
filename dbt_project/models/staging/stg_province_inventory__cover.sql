select {{ lingtan.submitted() }}, lake.period_basis_code, lake.submission_status_code, lake.source_note
from {{ source("lake", "province_inventory__cover") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
