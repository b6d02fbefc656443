with
    own as (
        select
            lines.factor_id,
            'NA' as factor_set_code,
            'own' as purpose_code,
            lines.activity_code,
            coalesce(lines.carrier_code, 'NA') as carrier_code,
            lines.gas_code,
            'NA' as region_code,
            lines.reference_year as data_year,
            lines.factor_value as value,
            't' || lines.gas_code || '/' || lines.canonical_unit_code as unit,
            row_number() over (
                partition by lines.factor_id
                order by lines.method_code nulls last, lines.method_version nulls last
            ) as choice
        from {{ ref("int_emissions__balanced") }} as lines
        where lines.factor_source_code in ('measured', 'own')
    )

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
    value,
    unit,
    document_code,
    is_verified,
    is_attribution_verified,
    is_fallback,
    is_office_set
from {{ ref("int_factors__all") }}
union all
select
    factor_id,
    factor_set_code,
    purpose_code,
    activity_code,
    carrier_code,
    gas_code,
    region_code,
    data_year,
    cast(null as date) as publication_date,
    cast(null as date) as valid_from,
    cast(null as date) as valid_to,
    value,
    unit,
    'SUBMISSION' as document_code,
    false as is_verified,
    false as is_attribution_verified,
    false as is_fallback,
    false as is_office_set
from own
where choice = 1
