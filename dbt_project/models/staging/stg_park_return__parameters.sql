select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.of_table as table_name,
    lake.of_line,
    lake.parameter_code,
    lake.value as reported_value,
    lake.quantity_unit as reported_unit_code,
    lake.evidence_tier_code,
    lake.evidence
from {{ source("lake", "park_return__parameters") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
