select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.carrier_code,
    lake.flow_code,
    lake.use_code,
    lake.quantity as reported_quantity,
    lake.quantity__notation as notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.net_calorific_value,
    lake.carbon_content,
    lake.oxidation_ratio,
    lake.moisture_basis_code,
    lake.calorific_basis_code,
    lake.biogenic_share_ratio,
    lake.balance_code,
    lake.carried_by_line,
    lake.counterparty_kind_code,
    lake.counterparty_code,
    lake.evidence_tier_code
from {{ source("lake", "park_return__energy") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
