-- The derived factor of each fuel, t CO2 per canonical unit:
-- multiplied first, divided last, half up at 12 decimals.
select
    'nzcp_fuel/' || carrier_code as factor_id,
    carbon_parameter_set_code || '+' || ncv_parameter_set_code as factor_set_code,
    carrier_code,
    data_year,
    publication_date,
    {{
        lingtan.exact_ratio(
            lingtan.product("net_calorific_value", 10, 6, "co2_per_tj_numerator", 14, 6),
            12,
            "fuel_factor_denominator",
            0,
            12,
            17,
        )
    }} as value,
    document_code,
    is_verified,
    is_attribution_verified,
    is_fallback
from {{ ref("int_fuels__parameters") }}
cross join {{ ref("int_conversions__constants") }}
