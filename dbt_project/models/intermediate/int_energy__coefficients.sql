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
            parameters.is_verified,
            parameters.parameter_set_code
            || '/net_calorific_value/'
            || parameters.carrier_code as reference_id,
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
            coalesce(listed.document_code, calorific_values.document_code) as document_code,
            case
                when listed.coefficient_tce is not null
                then 'standard_coal/calorific/' || carriers.carrier_code
                else calorific_values.reference_id || ' x parameters/tce_per_gj'
            end as coefficient_id,
            -- A default calorific value becomes tce by the stored 1/29.3076: both rows have to be verified.
            coalesce(
                listed.is_verified, calorific_values.is_verified and per_gj.is_verified, false
            ) as is_verified
        from {{ ref("carriers") }} as carriers
        cross join {{ ref("int_conversions__constants") }} as conversions
        cross join
            (select is_verified from {{ ref("parameters") }} where parameter_code = 'tce_per_gj') as per_gj
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
            listed.document_code,
            'standard_coal/equivalent/electricity/' || cast(listed.data_year as string) as coefficient_id,
            listed.is_verified
        from {{ ref("standard_coal") }} as listed
        inner join {{ ref("stg_plan__reference_years") }} as years on listed.data_year = years.reference_year
        where listed.energy_basis_code = 'equivalent' and listed.carrier_code = 'electricity'
        union all
        select
            matched.reference_year,
            matched.factor_value as coefficient_tce,
            'office' as coefficient_source_code,
            matched.document_code,
            matched.factor_id as coefficient_id,
            factors.is_verified
        from {{ ref("int_factors__matched") }} as matched
        inner join {{ ref("int_factors__all") }} as factors on matched.factor_id = factors.factor_id
        where matched.purpose_code = 'energy_equivalent' and matched.carrier_code = 'electricity'
    )

select cast(years.reference_year as integer) as reference_year, 'calorific' as energy_basis_code, calorific.*
from calorific
cross join {{ ref("stg_plan__reference_years") }} as years
where calorific.coefficient_tce is not null
union all
select
    cast(yearly.reference_year as integer) as reference_year, 'equivalent' as energy_basis_code, calorific.*
from calorific
cross join yearly
where calorific.coefficient_tce is not null and calorific.carrier_code <> 'electricity'
union all
select
    cast(reference_year as integer) as reference_year,
    'equivalent' as energy_basis_code,
    'electricity' as carrier_code,
    coefficient_tce,
    coefficient_source_code,
    document_code,
    coefficient_id,
    is_verified
from yearly
