select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.instrument_type_code,
    lake.bundle_code,
    lake.is_tradable,
    lake.plant_code,
    lake.technology_code,
    lake.generation_month,
    lake.serial_from,
    lake.serial_to,
    lake.quantity as reported_quantity,
    lake.quantity__notation as notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.consumption_year,
    lake.offset_standard,
    lake.vintage,
    lake.retired_on
from {{ source("lake", "park_return__instruments") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
