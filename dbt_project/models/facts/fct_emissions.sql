-- An entry is eliminated once, at the lowest view at which it is counted twice: what units exchange drops out
-- of their park; what a nested park's unit states, the park around it states too, drops out above the parks,
-- under every method; what parks exchange drops out of a province or the nation only where a method has such
-- totals. Scope 3 and accounts have no total above the park.
{%- set exchange_view = "case when methods.has_territorial_totals then own.elimination_view_code end" %}
{%- set elimination_view %}
    case
        when own.elimination_view_code = 'park'
        then 'park'
        when own.scope_code in ('3', 'account')
        then null
        when nested.nesting_view_code = 'province' or {{ exchange_view }} = 'province'
        then 'province'
        else coalesce(nested.nesting_view_code, {{ exchange_view }})
    end
{%- endset %}
with
    entries as (
        select own.*, 'unit' as view_code, 'own' as entry_kind_code, 1 as entry_sign
        from {{ ref("int_emissions__entries") }} as own
        where own.is_counted
        union all
        select own.*, {{ elimination_view }} as view_code, 'elimination' as entry_kind_code, -1 as entry_sign
        from {{ ref("int_emissions__entries") }} as own
        inner join
            {{ ref("int_methods__planned") }} as methods
            on own.reference_year = methods.reference_year
            and own.method_code = methods.method_code
            and own.method_version = methods.method_version
        left join
            {{ ref("int_units__nested") }} as nested
            on own.submission_id = nested.submission_id
            and own.boundary_code = nested.boundary_code
            and own.unit_code = nested.unit_code
        where own.is_counted and {{ elimination_view }} is not null
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
