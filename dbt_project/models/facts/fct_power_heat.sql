select
    submission_id,
    line_id,
    activity_code,
    boundary_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    kind_code,
    direction_code,
    counterparty_kind_code,
    counterparty_code,
    not crosses_boundary as is_internal,
    crosses_boundary,
    elimination_view_code,
    supply_origin_code,
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
where is_counted and table_name = 'power_heat'
