{{ config(materialized="table") }}

-- Quantity x factor of each line and term in t of its gas, that in t CO2e, and
-- still without its sign; where there is none, the reason.
with
    multiplied as (
        select *, {{ lingtan.product("counted_quantity", 20, 6, "factor_value", 17, 12) }} as exact_mass
        from {{ ref("int_emissions__factors") }}
    ),

    masses as (
        select
            *,
            case
                when {{ lingtan.fits_decimal("exact_mass", 26, 12) }}
                then {{ lingtan.round_half_up("exact_mass", 26, 12) }}
                when counted_quantity = 0 and factor_id is null and not is_out_of_range
                then cast(0 as decimal(26, 12))
                when factor_rule_code = 'if_listed' and factor_id is null and counted_quantity is not null
                then cast(0 as decimal(26, 12))
            end as unsigned_mass_t
        from multiplied
    ),

    warmed as (
        select
            masses.*,
            gases.gas_group_code,
            gwp.gwp as gwp_value,
            case
                when masses.unsigned_mass_t = 0
                then cast(0 as decimal(26, 12))
                else {{ lingtan.product("masses.unsigned_mass_t", 26, 12, "gwp.gwp", 10, 3) }}
            end as exact_emission
        from masses
        inner join
            {{ ref("int_methods__planned") }} as methods
            on masses.reference_year = methods.reference_year
            and masses.method_code = methods.method_code
            and masses.method_version = methods.method_version
        left join {{ ref("gases") }} as gases on masses.term_gas_code = gases.gas_code
        left join
            {{ ref("gwp") }} as gwp
            on methods.gwp_set_code = gwp.gwp_set_code
            and masses.term_gas_code = gwp.gas_code
    )

select
    submission_id,
    boundary_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    is_counted,
    unit_code,
    industry_division_code,
    table_name,
    line_id,
    elimination_view_code,
    method_code,
    method_version,
    term_code,
    term_gas_code as gas_code,
    coalesce(gas_group_code, 'NA') as gas_group_code,
    scope2_basis_code,
    sign,
    component_code,
    scope_code,
    source_category_code,
    factor_rule_code,
    condition_code,
    is_memo,
    term_reason_code,
    activity_code,
    carrier_code,
    product_code,
    role_code,
    canonical_unit_code,
    counted_quantity as quantity,
    notation_key_code,
    factor_id,
    factor_value,
    factor_origin_code as factor_source_code,
    gwp_value,
    unsigned_mass_t,
    case
        when {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then {{ lingtan.round_half_up("exact_emission", 26, 12) }}
    end as unsigned_emission_tco2e,
    case
        when notation_key_code in ('NO', 'NA', 'IE')
        then null
        when quantity_reason_code is not null
        then quantity_reason_code
        when factor_rule_code = 'not_estimated'
        then term_reason_code
        when factor_rule_code = 'none'
        then null
        when is_out_of_range
        then 'parameter_out_of_range'
        when factor_rule_code = 'if_listed' and factor_id is null
        then null
        when factor_id is null and counted_quantity <> 0
        then 'no_factor'
        when not {{ lingtan.fits_decimal("exact_mass", 26, 12) }}
        then 'value_out_of_range'
        when gwp_value is null and unsigned_mass_t <> 0
        then 'no_gwp'
        when not {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then 'value_out_of_range'
    end as reason_code,
    balance_code,
    carried_by_line,
    is_retired
from warmed
