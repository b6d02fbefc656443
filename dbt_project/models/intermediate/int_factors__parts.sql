{%- set carbon = lingtan.product("fuels.carbon_content", 10, 6, "constants.carbon_to_co2_numerator", 3, 0) %}
{%- set tonnes = lingtan.round_half_up(
    lingtan.product("combustion.value_kg_per_tj", 10, 3, "constants.t_per_kg", 12, 6), 14, 9
) %}

-- What each derived factor of a fuel is made of, beside its calorific value: t of gas per TJ x 12 and
-- oxidation. One numerator serves every rule, so that 44 / 12 and the GJ of a TJ are divided once.
select
    'nzcp_fuel' as purpose_code,
    'fuel' as activity_code,
    carrier_code,
    'CO2' as gas_code,
    carbon_parameter_set_code || coalesce('+' || ncv_parameter_set_code, '') as factor_set_code,
    net_calorific_value,
    co2_per_tj_numerator as per_tj_numerator,
    cast(1 as decimal(7, 6)) as oxidation_ratio,
    data_year,
    publication_date,
    document_code,
    is_verified,
    is_attribution_verified,
    is_unphysical,
    is_fallback
from {{ ref("int_fuels__parameters") }}
union all
-- A conversion is a balance of carbon, not a burning.
select
    'ghgi_fuel' as purpose_code,
    uses.activity_code,
    fuels.carrier_code,
    'CO2' as gas_code,
    fuels.parameter_set_code as factor_set_code,
    fuels.net_calorific_value,
    {{ lingtan.round_half_up(carbon, 14, 6) }} as per_tj_numerator,
    case
        when uses.activity_code = 'fuel' then fuels.oxidation_ratio else cast(1 as decimal(7, 6))
    end as oxidation_ratio,
    fuels.data_year,
    fuels.publication_date,
    fuels.document_code,
    fuels.is_verified,
    fuels.is_attribution_verified,
    fuels.is_unphysical,
    fuels.is_fallback
from {{ ref("int_fuels__ghgi") }} as fuels
cross join {{ ref("int_conversions__constants") }} as constants
cross join
    (
        select 'fuel' as activity_code
        union all
        select 'conversion' as activity_code
    ) as uses
where not fuels.is_biomass
union all
select
    'biogenic_fuel' as purpose_code,
    'biogenic' as activity_code,
    co2.carrier_code,
    'CO2' as gas_code,
    co2.parameter_set_code as factor_set_code,
    fuels.net_calorific_value,
    {{
        lingtan.round_half_up(
            lingtan.product("co2.value", 10, 6, "constants.carbon_to_co2_denominator", 3, 0), 14, 6
        )
    }} as per_tj_numerator,
    cast(1 as decimal(7, 6)) as oxidation_ratio,
    co2.data_year,
    co2.publication_date,
    co2.document_code,
    co2.is_verified,
    co2.is_attribution_verified,
    co2.is_unphysical,
    false as is_fallback
from {{ ref("int_fuels__known") }} as co2
inner join
    {{ ref("int_settings__plan") }} as settings on co2.parameter_set_code = settings.ghgi_biomass_set_code
cross join {{ ref("int_conversions__constants") }} as constants
left join {{ ref("int_fuels__ghgi") }} as fuels on co2.carrier_code = fuels.carrier_code
where co2.parameter_code = 'co2_factor_biogenic' and co2.use_code is null
union all
select
    'combustion' as purpose_code,
    combustion.combustion_class_code as activity_code,
    combustion.carrier_code,
    combustion.gas_code,
    combustion.document_code || coalesce('+' || fuels.parameter_set_code, '') as factor_set_code,
    fuels.net_calorific_value,
    {{
        lingtan.round_half_up(
            lingtan.product(tonnes, 14, 9, "constants.carbon_to_co2_denominator", 3, 0), 14, 6
        )
    }} as per_tj_numerator,
    cast(1 as decimal(7, 6)) as oxidation_ratio,
    fuels.data_year,
    fuels.publication_date,
    combustion.document_code,
    combustion.is_verified,
    combustion.is_attribution_verified,
    -- Of the fuel it takes the calorific value alone; what is marked so far is carbon contents.
    false as is_unphysical,
    coalesce(fuels.is_fallback, false) as is_fallback
from {{ ref("int_factors__combustion") }} as combustion
cross join {{ ref("int_conversions__constants") }} as constants
left join {{ ref("int_fuels__ghgi") }} as fuels on combustion.carrier_code = fuels.carrier_code
