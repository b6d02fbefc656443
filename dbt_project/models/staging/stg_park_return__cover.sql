select
    {{ lingtan.submitted() }},
    lake.park_name,
    lake.period_basis_code,
    lake.submission_status_code,
    lake.boundaries_reported_code
from {{ source("lake", "park_return__cover") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
