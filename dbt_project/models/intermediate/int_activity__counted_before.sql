-- Carriers a unit counted before, as bought, produced,
-- put out or recovered. Of these alone flaring counts.
-- A refused row counts as counted before: as long as it
-- is refused, flaring must not become zero in silence.
select submission_id, unit_code, carrier_code
from {{ ref("int_activity") }}
where
    activity_code in ('energy/PUR', 'energy/PRD', 'energy/C-OUT', 'energy/REC-G')
    and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
union
select submission_id, unit_code, carrier_code
from {{ ref("stg_park_return__energy") }}
where
    row_disposition = 'refused'
    and flow_code in ('PUR', 'PRD', 'C-OUT', 'REC-G')
    and unit_code is not null
    and carrier_code is not null
