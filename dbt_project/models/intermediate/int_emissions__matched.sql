{{ config(materialized="table") }}

-- Quantity x factor of each line and term, still
-- without its sign; where there is none, the reason.
with
    multiplied as (
        select *, {{ lingtan.product("counted_quantity", 20, 6, "factor_value", 17, 12) }} as exact_emission
        from {{ ref("int_emissions__factors") }}
    )

select
    submission_id,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    industry_division_code,
    table_name,
    line_id,
    is_internal,
    method_code,
    method_version,
    term_code,
    gas_code,
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
    case
        when {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then {{ lingtan.round_half_up("exact_emission", 26, 12) }}
        when counted_quantity = 0 and factor_id is null and not is_out_of_range
        then cast(0 as decimal(26, 12))
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
        when factor_id is null and counted_quantity <> 0
        then 'no_factor'
        when not {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then 'value_out_of_range'
    end as reason_code,
    balance_code,
    carried_by_line
from multiplied
