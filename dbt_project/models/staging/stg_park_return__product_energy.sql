select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.product_name,
    lake.output as reported_output,
    lake.output__notation as output_notation_key_code,
    lake.output_unit,
    lake.energy_per_unit,
    lake.standard_number,
    lake.second_level_limit
from {{ source("lake", "park_return__product_energy") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
