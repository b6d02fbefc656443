select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.direction_code,
    lake.kind_code,
    lake.counterparty_kind_code,
    lake.counterparty_code,
    lake.supply_origin_code,
    lake.quantity as reported_quantity,
    lake.quantity__notation as notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.medium_code,
    lake.enthalpy_kj_per_kg,
    lake.return_enthalpy_kj_per_kg,
    lake.measured_factor,
    lake.evidence_tier_code
from {{ source("lake", "park_return__power_heat") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
