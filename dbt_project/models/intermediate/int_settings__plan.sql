-- The choices of the plan as one row; a plan writes every default
-- out, so none stands here. Without the day, every factor is known.
select
    cast(max(case when setting_code = 'factors_known_on' then setting_value end) as date) as factors_known_on,
    max(case when setting_code = 'fuel_factor_set_code' then setting_value end) as fuel_factor_set_code,
    max(
        case when setting_code = 'net_calorific_value_set_code' then setting_value end
    ) as net_calorific_value_set_code
from {{ source("plan", "settings") }}
