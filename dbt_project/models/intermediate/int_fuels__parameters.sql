{{ config(materialized="table") }}

-- The national park method's fuel parameters: the national database's factor per
-- TJ, newest edition known for each fuel, with the net calorific value of the
-- national standard's table C.1; else the flagged fallback row. A fuel whose factor is listed without a
-- calorific value of any set keeps an empty one: it is estimated where a unit measured its own, else not
-- (L8). The plan's settings name the sets.
with
    newest as (select * from {{ ref("int_fuels__known") }} where use_code is null),

    sources as (
        select
            carrier_code,
            carrier_code as co2_factor_carrier_code,
            cast(null as string) as carbon_parameter_set_code,
            carrier_code as ncv_carrier_code,
            settings.net_calorific_value_set_code as ncv_parameter_set_code,
            false as is_fallback
        from {{ ref("carriers") }}
        cross join {{ ref("int_settings__plan") }} as settings
        where is_fuel
        union all
        select
            carrier_code,
            co2_factor_carrier_code,
            carbon_parameter_set_code,
            ncv_carrier_code,
            ncv_parameter_set_code,
            true as is_fallback
        from {{ ref("fuel_factor_fallbacks") }}
    ),

    -- One numerator serves both ways to a factor per
    -- TJ, so that 44 / 12 is divided once, at the end.
    found as (
        select
            sources.carrier_code,
            sources.is_fallback,
            ncv.value as net_calorific_value,
            ncv.parameter_set_code as ncv_parameter_set_code,
            ncv.document_code as ncv_document_code,
            co2.value as co2_factor,
            carbon.value as carbon_content,
            coalesce(co2.parameter_set_code, carbon.parameter_set_code) as carbon_parameter_set_code,
            coalesce(co2.document_code, carbon.document_code) as document_code,
            coalesce(co2.data_year, carbon.data_year) as data_year,
            coalesce(co2.publication_date, carbon.publication_date) as publication_date,
            coalesce(ncv.is_verified, true)
            and coalesce(co2.is_verified, carbon.is_verified, false) as is_verified,
            coalesce(ncv.is_attribution_verified, true)
            and coalesce(
                co2.is_attribution_verified, carbon.is_attribution_verified, false
            ) as is_attribution_verified,
            co2.value is null and coalesce(carbon.is_unphysical, false) as is_unphysical,
            row_number() over (
                partition by sources.carrier_code
                order by
                    case when ncv.value is null then 1 else 0 end nulls last, sources.is_fallback nulls last
            ) as choice
        from sources
        cross join {{ ref("int_settings__plan") }} as settings
        left join
            newest as ncv
            on sources.ncv_carrier_code = ncv.carrier_code
            and sources.ncv_parameter_set_code = ncv.parameter_set_code
            and ncv.parameter_code = 'net_calorific_value'
        left join
            newest as co2
            on sources.co2_factor_carrier_code = co2.carrier_code
            and settings.fuel_factor_set_code = co2.parameter_set_code
            and co2.parameter_code = 'co2_factor'
        left join
            newest as carbon
            on sources.ncv_carrier_code = carbon.carrier_code
            and sources.carbon_parameter_set_code = carbon.parameter_set_code
            and carbon.parameter_code = 'carbon_content'
        where co2.value is not null or carbon.value is not null
    )

select
    found.carrier_code,
    found.is_fallback,
    {{ lingtan.round_half_up("found.net_calorific_value", 10, 6) }} as net_calorific_value,
    found.ncv_parameter_set_code,
    found.ncv_document_code,
    found.carbon_parameter_set_code,
    found.document_code,
    found.data_year,
    found.publication_date,
    found.is_verified,
    found.is_attribution_verified,
    found.is_unphysical,
    {{
        lingtan.round_half_up(
            "coalesce("
            ~ lingtan.product("found.co2_factor", 10, 6, "conversions.carbon_to_co2_denominator", 3, 0)
            ~ ", "
            ~ lingtan.product("found.carbon_content", 10, 6, "conversions.carbon_to_co2_numerator", 3, 0)
            ~ ")",
            14,
            6,
        )
    }} as co2_per_tj_numerator
from found
cross join {{ ref("int_conversions__constants") }} as conversions
where found.choice = 1
