select {{ lingtan.submitted() }}, lake.finding_id, lake.answer
from {{ source("lake", "park_return__explanations") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
