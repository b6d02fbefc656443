with
    own as (
        select
            submission_id,
            table_name,
            line_id,
            method_code,
            method_version,
            term_code,
            gas_code,
            reference_year,
            period_code,
            park_code,
            province_code,
            unit_code,
            industry_division_code,
            component_code,
            scope_code,
            source_category_code,
            activity_code,
            coalesce(carrier_code, 'NA') as carrier_code,
            quantity,
            canonical_unit_code,
            factor_id,
            factor_value,
            factor_source_code,
            sign,
            emission_tco2e,
            is_memo,
            notation_key_code,
            not_estimated_reason_code,
            is_internal
        from {{ ref("int_emissions__balanced") }}
        union all
        select
            submission_id,
            table_name,
            line_id,
            method_code,
            method_version,
            term_code,
            gas_code,
            reference_year,
            period_code,
            park_code,
            province_code,
            unit_code,
            industry_division_code,
            component_code,
            scope_code,
            source_category_code,
            activity_code,
            'NA' as carrier_code,
            cast(null as decimal(20, 6)) as quantity,
            cast(null as string) as canonical_unit_code,
            cast(null as string) as factor_id,
            cast(null as decimal(17, 12)) as factor_value,
            cast(null as string) as factor_source_code,
            sign,
            emission_tco2e,
            is_memo,
            cast(null as string) as notation_key_code,
            cast(null as string) as not_estimated_reason_code,
            false as is_internal
        from {{ ref("int_emissions__floors") }}
    ),

    entries as (
        select own.*, 'unit' as view_code, 'own' as entry_kind_code, 1 as entry_sign
        from own
        union all
        select own.*, 'park' as view_code, 'elimination' as entry_kind_code, -1 as entry_sign
        from own
        where is_internal
    )

select
    submission_id,
    table_name,
    line_id,
    'physical' as boundary_code,
    view_code,
    entry_kind_code,
    method_code,
    method_version,
    term_code,
    gas_code,
    'NA' as scope2_basis_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    industry_division_code,
    component_code,
    scope_code,
    source_category_code,
    activity_code,
    carrier_code,
    quantity,
    canonical_unit_code,
    factor_id,
    factor_value,
    factor_source_code,
    cast(entry_sign * sign as integer) as sign,
    cast(entry_sign * emission_tco2e as decimal(26, 12)) as mass_t,
    cast(entry_sign * emission_tco2e as decimal(26, 12)) as emission_tco2e,
    is_memo,
    notation_key_code,
    not_estimated_reason_code
from entries
