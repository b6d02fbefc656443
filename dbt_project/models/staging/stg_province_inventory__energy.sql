select
    {{ lingtan.submitted() }},
    lake.row_code,
    lake.carrier_code,
    lake.quantity as reported_quantity,
    lake.quantity__notation as notation_key_code,
    lake.quantity_unit as reported_unit_code
from {{ source("lake", "province_inventory__energy") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
