-- Carriers a unit counted before, as bought, produced,
-- put out or recovered. Of these alone flaring counts.
select distinct submission_id, unit_code, carrier_code
from {{ ref("int_activity") }}
where
    activity_code in ('energy/PUR', 'energy/PRD', 'energy/C-OUT', 'energy/REC-G')
    and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
