-- The choices of the plan as one row; a plan writes every default
-- out, so none stands here. Without the day, every factor is known.
{%- set codes = [
    "fuel_factor_set_code",
    "net_calorific_value_set_code",
    "ghgi_fuel_set_code",
    "ghgi_fallback_fuel_set_code",
    "ghgi_biomass_set_code",
    "gwp_set_code",
] %}

select
    cast(max(case when setting_code = 'factors_known_on' then setting_value end) as date) as factors_known_on
    {%- for code in codes %}
        , max(case when setting_code = '{{ code }}' then setting_value end) as {{ code }}
    {%- endfor %}
from {{ source("plan", "settings") }}
