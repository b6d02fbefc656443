{{ config(materialized="table") }}

{%- set relations = [
    ref("emission_factors"),
    source("plan", "office_factors"),
    ref("int_factors__derived"),
] %}

-- The shipped factors, those of the office and the derived ones of fuels, as one list (L8).
with
    listed as (
        {%- for relation in relations %}
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
                cast(uncertainty_ratio as decimal(10, 6)) as uncertainty_ratio,
                document_code,
                is_verified,
                is_attribution_verified,
                -- Parts of fuel factors carry the mark; a factor of its own has no chemistry to hold it
                -- against.
                {{ "is_unphysical" if loop.last else "false as is_unphysical" }},
                is_fallback,
                is_office_set
            from {{ relation }}
            {%- if not loop.last %}
                union all
            {%- endif %}
        {%- endfor %}
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
    listed.uncertainty_ratio,
    listed.document_code,
    listed.is_verified,
    listed.is_attribution_verified,
    listed.is_unphysical,
    listed.is_fallback,
    listed.is_office_set
from listed
cross join {{ ref("int_settings__plan") }} as settings
where
    listed.value is not null
    and (
        listed.publication_date is null
        or settings.factors_known_on is null
        or listed.publication_date <= settings.factors_known_on
    )
