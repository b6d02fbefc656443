{{ config(materialized="table") }}

{%- set per_unit = lingtan.product("net_calorific_value", 10, 6, "per_tj_numerator", 14, 6) %}

-- The derived factor of each fuel, t of the gas per canonical unit: calorific value x t per TJ x
-- oxidation, multiplied first, divided last, half up at 12 decimals; empty without a calorific value.
select
    case
        when parts.purpose_code in ('nzcp_fuel', 'biogenic_fuel')
        then parts.purpose_code || '/' || parts.carrier_code
        when parts.purpose_code = 'ghgi_fuel'
        then 'ghgi_' || parts.activity_code || '/' || parts.carrier_code
        else
            parts.purpose_code
            || '/'
            || parts.activity_code
            || '/'
            || parts.carrier_code
            || '/'
            || parts.gas_code
    end as factor_id,
    parts.factor_set_code,
    parts.purpose_code,
    parts.activity_code,
    parts.carrier_code,
    parts.gas_code,
    'CN' as region_code,
    cast(parts.data_year as integer) as data_year,
    cast(parts.publication_date as date) as publication_date,
    cast(null as date) as valid_from,
    cast(null as date) as valid_to,
    {{
        lingtan.exact_ratio(
            lingtan.product(per_unit, 24, 12, "oxidation_ratio", 7, 6),
            18,
            "fuel_factor_denominator",
            0,
            12,
            17,
        )
    }} as value,
    't' || parts.gas_code || '/' || carriers.canonical_unit_code as unit,
    -- No parameter set gives one for what it is made of.
    cast(null as decimal(10, 6)) as uncertainty_ratio,
    parts.document_code,
    parts.is_verified,
    parts.is_attribution_verified,
    parts.is_unphysical,
    parts.is_fallback,
    false as is_office_set,
    parts.net_calorific_value,
    parts.per_tj_numerator,
    parts.oxidation_ratio
from {{ ref("int_factors__parts") }} as parts
inner join {{ ref("carriers") }} as carriers on parts.carrier_code = carriers.carrier_code
cross join {{ ref("int_conversions__constants") }} as constants
