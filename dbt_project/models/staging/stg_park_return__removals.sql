select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.removal_type_code,
    lake.co2_origin_code,
    lake.fate_code,
    lake.site,
    lake.transferred_to,
    lake.received_from,
    lake.quantity as reported_quantity,
    lake.quantity__notation as notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.verified_by,
    lake.credit_sold as reported_credit_sold,
    lake.credit_sold__notation as credit_sold_notation_key_code,
    lake.credit_serial,
    lake.evidence_tier_code
from {{ source("lake", "park_return__removals") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
