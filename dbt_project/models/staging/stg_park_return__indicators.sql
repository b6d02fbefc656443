select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.indicator_code,
    lake.numerator as reported_numerator,
    lake.numerator__notation as numerator_notation_key_code,
    lake.denominator as reported_denominator,
    lake.denominator__notation as denominator_notation_key_code,
    lake.waste_generated_t,
    lake.waste_old_stock_used_t,
    lake.waste_used_t,
    lake.water_fresh_10k_m3,
    lake.water_reused_10k_m3
from {{ source("lake", "park_return__indicators") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
