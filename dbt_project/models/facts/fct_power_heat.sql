select
    submission_id,
    line_id,
    'physical' as boundary_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    activity_code,
    kind_code,
    direction_code,
    counterparty_kind_code,
    counterparty_code,
    is_internal,
    case when carrier_code = 'electricity' then quantity end as power_mwh,
    case when carrier_code = 'heat' then quantity end as heat_gj,
    case
        when notation_key_code is not null
        then notation_key_code
        when quantity_reason_code is not null
        then 'NE'
    end as notation_key_code,
    quantity_reason_code as not_estimated_reason_code
from {{ ref("int_activity") }}
where table_name = 'power_heat'
