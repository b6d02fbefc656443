select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.plant_code,
    lake.technology_code,
    lake.capacity_mw,
    lake.generated as reported_generated,
    lake.generated__notation as generated_notation_key_code,
    lake.self_used as reported_self_used,
    lake.self_used__notation as self_used_notation_key_code,
    lake.sent_to_grid as reported_sent_to_grid,
    lake.sent_to_grid__notation as sent_to_grid_notation_key_code,
    lake.sent_to_unit as reported_sent_to_unit,
    lake.sent_to_unit__notation as sent_to_unit_notation_key_code,
    lake.curtailed as reported_curtailed,
    lake.curtailed__notation as curtailed_notation_key_code,
    lake.storage_in as reported_storage_in,
    lake.storage_in__notation as storage_in_notation_key_code,
    lake.storage_out as reported_storage_out,
    lake.storage_out__notation as storage_out_notation_key_code,
    lake.attribute_sold as reported_attribute_sold,
    coalesce(lake.attribute_sold__text, '') <> '' as has_attribute_sold,
    lake.attribute_sold__notation as attribute_sold_notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.matching_interval_code,
    lake.evidence_tier_code
from {{ source("lake", "park_return__generation") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
