{{ config(materialized="table") }}

-- The fuel parameters of the inventory: calorific value, carbon and oxidation all from one
-- set and fuel: the national standard; else the flagged set of the carbon-market guideline;
-- else the flagged fallback row. Where a set oxidises by device, that of industrial boilers
-- serves: units do not report the device of every line. Biomass has no carbon to count here.
with
    sources as (
        select carriers.carrier_code, carriers.carrier_code as source_carrier_code, sets.*
        from {{ ref("carriers") }} as carriers
        cross join
            (
                select
                    ghgi_fuel_set_code as parameter_set_code,
                    1 as choice,
                    false as is_fallback,
                    false as is_biomass
                from {{ ref("int_settings__plan") }}
                union all
                select ghgi_fallback_fuel_set_code, 2, true, false
                from {{ ref("int_settings__plan") }}
                union all
                select ghgi_biomass_set_code, 4, false, true
                from {{ ref("int_settings__plan") }}
            ) as sets
        where carriers.is_fuel and carriers.is_biomass = sets.is_biomass
        union all
        select carrier_code, ncv_carrier_code, ncv_parameter_set_code, 3, true, false
        from {{ ref("fuel_factor_fallbacks") }}
    ),

    oxidation as (
        select carrier_code, parameter_set_code, value
        from {{ ref("int_fuels__known") }}
        where
            parameter_code = 'oxidation_ratio'
            and coalesce(use_code, 'industrial_boiler') = 'industrial_boiler'
    ),

    found as (
        select
            sources.carrier_code,
            sources.parameter_set_code,
            sources.is_fallback,
            sources.is_biomass,
            ncv.value as net_calorific_value,
            carbon.value as carbon_content,
            oxidation.value as oxidation_ratio,
            coalesce(carbon.data_year, ncv.data_year) as data_year,
            coalesce(carbon.publication_date, ncv.publication_date) as publication_date,
            ncv.document_code,
            ncv.is_verified and coalesce(carbon.is_verified, sources.is_biomass) as is_verified,
            ncv.is_attribution_verified
            and coalesce(carbon.is_attribution_verified, sources.is_biomass) as is_attribution_verified,
            coalesce(carbon.is_unphysical, false) as is_unphysical,
            row_number() over (partition by sources.carrier_code order by sources.choice nulls last) as choice
        from sources
        inner join
            {{ ref("int_fuels__known") }} as ncv
            on sources.source_carrier_code = ncv.carrier_code
            and sources.parameter_set_code = ncv.parameter_set_code
            and ncv.parameter_code = 'net_calorific_value'
        left join
            {{ ref("int_fuels__known") }} as carbon
            on sources.source_carrier_code = carbon.carrier_code
            and sources.parameter_set_code = carbon.parameter_set_code
            and carbon.parameter_code = 'carbon_content'
        left join
            oxidation
            on sources.source_carrier_code = oxidation.carrier_code
            and sources.parameter_set_code = oxidation.parameter_set_code
        where sources.is_biomass or (carbon.value is not null and oxidation.value is not null)
    )

select
    carrier_code,
    parameter_set_code,
    is_fallback,
    is_biomass,
    {{ lingtan.round_half_up("net_calorific_value", 10, 6) }} as net_calorific_value,
    {{ lingtan.round_half_up("carbon_content", 10, 6) }} as carbon_content,
    {{ lingtan.round_half_up("oxidation_ratio", 7, 6) }} as oxidation_ratio,
    data_year,
    publication_date,
    document_code,
    is_verified,
    is_attribution_verified,
    is_unphysical
from found
where choice = 1
