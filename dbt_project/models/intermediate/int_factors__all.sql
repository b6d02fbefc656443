{{ config(materialized="table") }}

-- The shipped factors, those of the office and the derived ones of fuels, as one list (L8).
with
    listed as (
        select
            factor_id,
            factor_set_code,
            purpose_code,
            activity_code,
            carrier_code,
            gas_code,
            region_code,
            data_year,
            publication_date,
            valid_from,
            valid_to,
            {{ lingtan.round_half_up("value", 17, 12) }} as value,
            unit,
            document_code,
            is_verified,
            is_attribution_verified,
            is_fallback,
            is_office_set
        from {{ ref("emission_factors") }}
        union all
        select
            factor_id,
            factor_set_code,
            purpose_code,
            activity_code,
            carrier_code,
            gas_code,
            region_code,
            cast(data_year as integer) as data_year,
            cast(publication_date as date) as publication_date,
            cast(valid_from as date) as valid_from,
            cast(valid_to as date) as valid_to,
            {{ lingtan.round_half_up("value", 17, 12) }} as value,
            unit,
            document_code,
            is_verified,
            is_attribution_verified,
            is_fallback,
            is_office_set
        from {{ source("plan", "office_factors") }}
        union all
        select
            fuels.factor_id,
            fuels.factor_set_code,
            'nzcp_fuel' as purpose_code,
            'fuel' as activity_code,
            fuels.carrier_code,
            'CO2' as gas_code,
            cast(null as string) as region_code,
            fuels.data_year,
            fuels.publication_date,
            cast(null as date) as valid_from,
            cast(null as date) as valid_to,
            fuels.value,
            'tCO2/' || carriers.canonical_unit_code as unit,
            fuels.document_code,
            fuels.is_verified,
            fuels.is_attribution_verified,
            fuels.is_fallback,
            false as is_office_set
        from {{ ref("int_factors__fuel") }} as fuels
        inner join {{ ref("carriers") }} as carriers on fuels.carrier_code = carriers.carrier_code
    )

select
    listed.factor_id,
    listed.factor_set_code,
    listed.purpose_code,
    coalesce(listed.activity_code, 'NA') as activity_code,
    coalesce(listed.carrier_code, 'NA') as carrier_code,
    coalesce(listed.gas_code, 'CO2') as gas_code,
    coalesce(listed.region_code, 'CN') as region_code,
    listed.data_year,
    listed.publication_date,
    listed.valid_from,
    listed.valid_to,
    listed.value,
    listed.unit,
    listed.document_code,
    listed.is_verified,
    listed.is_attribution_verified,
    listed.is_fallback,
    listed.is_office_set
from listed
cross join {{ ref("int_settings__plan") }} as settings
where
    listed.publication_date is null
    or settings.factors_known_on is null
    or listed.publication_date <= settings.factors_known_on
