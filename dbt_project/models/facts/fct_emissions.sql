with
    entries as (
        select own.*, 'unit' as view_code, 'own' as entry_kind_code, 1 as entry_sign
        from {{ ref("int_emissions__entries") }} as own
        where own.is_counted
        union all
        -- What units exchange drops out of their park under every method; what parks exchange drops
        -- out of a province or the nation only where a method has such totals, and never in scope 3.
        select
            own.*, own.elimination_view_code as view_code, 'elimination' as entry_kind_code, -1 as entry_sign
        from {{ ref("int_emissions__entries") }} as own
        inner join
            {{ ref("int_methods__planned") }} as methods
            on own.reference_year = methods.reference_year
            and own.method_code = methods.method_code
            and own.method_version = methods.method_version
        where
            own.is_counted
            and (
                own.elimination_view_code = 'park'
                or (
                    own.elimination_view_code in ('province', 'nation')
                    and methods.has_territorial_totals
                    and own.scope_code <> '3'
                )
            )
    )

select
    submission_id,
    table_name,
    line_id,
    boundary_code,
    view_code,
    entry_kind_code,
    method_code,
    method_version,
    term_code,
    activity_code,
    gas_code,
    scope2_basis_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    industry_division_code,
    component_code,
    scope_code,
    gas_group_code,
    source_category_code,
    carrier_code,
    quantity,
    canonical_unit_code,
    factor_id,
    factor_value,
    factor_source_code,
    gwp_value,
    cast(entry_sign * sign as integer) as sign,
    cast(entry_sign * mass_t as decimal(26, 12)) as mass_t,
    cast(entry_sign * emission_tco2e as decimal(26, 12)) as emission_tco2e,
    is_memo,
    notation_key_code,
    not_estimated_reason_code
from entries
