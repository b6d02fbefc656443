select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.scope3_category_code,
    lake.relevance_code,
    lake.calculation_method_code,
    lake.activity_name,
    lake.activity as reported_activity,
    lake.activity__notation as activity_notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.amount_10k_cny as reported_amount_10k_cny,
    lake.amount_10k_cny__notation as amount_10k_cny_notation_key_code,
    lake.price_year,
    lake.measured_factor,
    lake.factor_document,
    lake.factor_activity_code,
    lake.screened_tco2e,
    lake.supplier_code,
    lake.evidence_tier_code
from {{ source("lake", "park_return__scope3") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
