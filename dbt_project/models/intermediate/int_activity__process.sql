{{ config(materialized="ephemeral") }}

-- Output counts what was sold plus what was used inside; one of the two may be
-- left out, both may not (L7). Materials and deductions count what went in.
with
    lines as (
        select
            process.submission_id,
            process.line_id,
            process.unit_code,
            process.product_code,
            process.route_code,
            process.role_code,
            process.measured_factor as reported_factor,
            process.factor_source_code,
            process.factor_note,
            process.balance_code,
            units.canonical_unit_code = 't' as is_convertible,
            case
                when
                    process.role_code = 'product'
                    and (
                        process.reported_qualified_output is not null or process.reported_own_use is not null
                    )
                then coalesce(process.reported_qualified_output, 0) + coalesce(process.reported_own_use, 0)
                when process.role_code = 'product'
                then null
                else process.reported_activity
            end as exact_quantity,
            case
                when process.role_code <> 'product'
                then process.activity_notation_key_code
                when 'NE' in (process.qualified_output_notation_key_code, process.own_use_notation_key_code)
                then 'NE'
                when 'C' in (process.qualified_output_notation_key_code, process.own_use_notation_key_code)
                then 'C'
                when process.reported_qualified_output is not null or process.reported_own_use is not null
                then null
                when 'NO' in (process.qualified_output_notation_key_code, process.own_use_notation_key_code)
                then 'NO'
                else coalesce(process.qualified_output_notation_key_code, process.own_use_notation_key_code)
            end as notation_key_code,
            units.multiplier
        from {{ ref("stg_park_return__process") }} as process
        left join {{ ref("units") }} as units on process.reported_unit_code = units.unit_code
        where process.row_disposition = 'used'
    ),

    sums as (
        select *, {{ lingtan.fitting_decimal("exact_quantity", 25, 12) }} as reported_quantity from lines
    ),

    quantities as (
        select *, {{ lingtan.canonical_quantity("reported_quantity", "multiplier") }} as quantity from sums
    ),

    judged as (
        select
            *,
            'process' as table_name,
            'process/' || role_code as activity_code,
            't' as canonical_unit_code,
            {{ lingtan.judged_quantity() }},
            case
                when factor_note is not null and {{ lingtan.fits_decimal("reported_factor", 17, 12) }}
                then {{ lingtan.round_half_up("reported_factor", 17, 12) }}
            end as measured_factor
        from quantities
    )

select
    {{
        lingtan.activity_columns(
            [
                "product_code",
                "route_code",
                "role_code",
                "measured_factor",
                "factor_source_code",
                "balance_code",
            ]
        )
    }}
from judged
