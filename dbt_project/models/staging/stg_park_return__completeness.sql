select
    {{ lingtan.submitted() }},
    lake.source_category_code,
    lake.completeness_code,
    lake.included_where,
    lake.reason
from {{ source("lake", "park_return__completeness") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
