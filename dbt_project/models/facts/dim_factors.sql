{%- set columns = [
    "factor_id",
    "factor_set_code",
    "purpose_code",
    "activity_code",
    "carrier_code",
    "gas_code",
    "region_code",
    "data_year",
    "publication_date",
    "valid_from",
    "valid_to",
    "value",
    "unit",
    "uncertainty_ratio",
    "document_code",
    "is_verified",
    "is_attribution_verified",
    "is_unphysical",
    "is_fallback",
    "is_office_set",
] %}

with
    -- What a respondent measured or noted: one row a factor, whoever uses it.
    own as (
        select
            factor_id,
            'NA' as factor_set_code,
            'own' as purpose_code,
            activity_code,
            carrier_code,
            gas_code,
            'NA' as region_code,
            reference_year as data_year,
            cast(null as date) as publication_date,
            cast(null as date) as valid_from,
            cast(null as date) as valid_to,
            factor_value as value,
            't' || gas_code || '/' || canonical_unit_code as unit,
            -- What a unit says of it stands in fct_parameters.
            cast(null as decimal(10, 6)) as uncertainty_ratio,
            'SUBMISSION' as document_code,
            false as is_verified,
            false as is_attribution_verified,
            false as is_unphysical,
            false as is_fallback,
            false as is_office_set,
            row_number() over (
                partition by factor_id
                order by
                    method_code nulls last,
                    method_version nulls last,
                    term_code nulls last,
                    activity_code nulls last,
                    boundary_code nulls last,
                    scope2_basis_code nulls last
            ) as choice
        from {{ ref("int_emissions__entries") }}
        where is_counted and factor_source_code in ('measured', 'own', 'formula')
    )

select {{ columns | join(", ") }}
from {{ ref("int_factors__all") }}
union all
select {{ columns | join(", ") }}
from own
where choice = 1
