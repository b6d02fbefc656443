{{ config(materialized="table") }}

-- tce per canonical unit for each year, basis and carrier: the coefficient row,
-- else the default net calorific value x the stored tce of a GJ. By equivalent
-- value only power differs, and only in a year that has its coefficient.
with
    ncv_sources as (
        select
            carriers.carrier_code,
            carriers.carrier_code as ncv_carrier_code,
            settings.net_calorific_value_set_code as parameter_set_code,
            1 as choice
        from {{ ref("carriers") }} as carriers
        cross join {{ ref("int_settings__plan") }} as settings
        union all
        select carrier_code, ncv_carrier_code, ncv_parameter_set_code as parameter_set_code, 2 as choice
        from {{ ref("fuel_factor_fallbacks") }}
    ),

    calorific_values as (
        select
            sources.carrier_code,
            parameters.value,
            parameters.document_code,
            row_number() over (partition by sources.carrier_code order by sources.choice nulls last) as choice
        from ncv_sources as sources
        inner join
            {{ ref("fuel_parameters") }} as parameters
            on sources.ncv_carrier_code = parameters.carrier_code
            and sources.parameter_set_code = parameters.parameter_set_code
            and parameters.parameter_code = 'net_calorific_value'
            and parameters.use_code is null
    ),

    calorific as (
        select
            carriers.carrier_code,
            coalesce(
                {{ lingtan.round_half_up("listed.coefficient_tce", 17, 12) }},
                {{
                    lingtan.round_half_up(
                        lingtan.product("calorific_values.value", 10, 6, "conversions.tce_per_gj", 17, 12),
                        17,
                        12,
                    )
                }}
            ) as coefficient_tce,
            case
                when listed.coefficient_tce is not null then 'coefficient' else 'default_ncv'
            end as coefficient_source_code,
            coalesce(listed.document_code, calorific_values.document_code) as document_code
        from {{ ref("carriers") }} as carriers
        cross join {{ ref("int_conversions__constants") }} as conversions
        left join
            {{ ref("standard_coal") }} as listed
            on carriers.carrier_code = listed.carrier_code
            and listed.energy_basis_code = 'calorific'
        left join
            calorific_values
            on carriers.carrier_code = calorific_values.carrier_code
            and calorific_values.choice = 1
    ),

    yearly as (
        select
            years.reference_year,
            {{ lingtan.round_half_up("listed.coefficient_tce", 17, 12) }} as coefficient_tce,
            'coefficient' as coefficient_source_code,
            listed.document_code
        from {{ ref("standard_coal") }} as listed
        inner join {{ ref("stg_plan__reference_years") }} as years on listed.data_year = years.reference_year
        where listed.energy_basis_code = 'equivalent' and listed.carrier_code = 'electricity'
        union all
        select
            reference_year,
            factor_value as coefficient_tce,
            'office' as coefficient_source_code,
            document_code
        from {{ ref("int_factors__matched") }}
        where purpose_code = 'energy_equivalent' and carrier_code = 'electricity'
    )

select
    cast(years.reference_year as integer) as reference_year,
    'calorific' as energy_basis_code,
    calorific.carrier_code,
    calorific.coefficient_tce,
    calorific.coefficient_source_code,
    calorific.document_code
from calorific
cross join {{ ref("stg_plan__reference_years") }} as years
where calorific.coefficient_tce is not null
union all
select
    cast(yearly.reference_year as integer) as reference_year,
    'equivalent' as energy_basis_code,
    calorific.carrier_code,
    case
        when calorific.carrier_code = 'electricity' then yearly.coefficient_tce else calorific.coefficient_tce
    end as coefficient_tce,
    case
        when calorific.carrier_code = 'electricity'
        then yearly.coefficient_source_code
        else calorific.coefficient_source_code
    end as coefficient_source_code,
    case
        when calorific.carrier_code = 'electricity' then yearly.document_code else calorific.document_code
    end as document_code
from calorific
cross join yearly
where calorific.coefficient_tce is not null
