select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.product_code,
    lake.route_code,
    lake.role_code,
    lake.qualified_output as reported_qualified_output,
    lake.qualified_output__notation as qualified_output_notation_key_code,
    lake.own_use as reported_own_use,
    lake.own_use__notation as own_use_notation_key_code,
    lake.activity as reported_activity,
    lake.activity__notation as activity_notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.measured_factor,
    lake.factor_source_code,
    lake.factor_note,
    lake.balance_code,
    lake.evidence_tier_code
from {{ source("lake", "park_return__process") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
