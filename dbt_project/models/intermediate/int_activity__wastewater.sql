{{ config(materialized="ephemeral") }}

-- F5: t CH4 = (organics - sludge) x Bo x MCF, less what is recovered; below zero a floor lifts it
-- (int_emissions__floors). N2O = nitrogen x its factor, for units that do not report it on a line of its own.
with
    lines as (
        {{
            lingtan.formula_lines(
                "wastewater",
                {
                    "sludge_organics": (20, 6),
                    "methane_capacity": (10, 6),
                    "methane_correction": (10, 6),
                    "methane_recovered": (20, 6),
                    "nitrogen_discharged": (20, 6),
                    "n2o_per_nitrogen": (10, 6),
                },
                {
                    "ch4": [
                        "sludge_organics",
                        "methane_capacity",
                        "methane_correction",
                        "methane_recovered",
                    ],
                    "n2o": ["nitrogen_discharged", "n2o_per_nitrogen"],
                },
            )
        }}
    ),

    reported_n2o as (
        select distinct submission_id, unit_code
        from {{ ref("stg_park_return__other_gases") }}
        where source_code = 'wastewater' and gas_code = 'N2O' and row_disposition = 'used'
    ),

    -- Half of (made - recovered) is a wrong number: both parts lack what either lacks.
    parts as (
        select
            lines.*,
            'CH4' as emitted_gas_code,
            'other_gases/wastewater' as activity_code,
            ch4_reason_code as parameter_reason_code,
            cast(canonical_quantity - sludge_organics as decimal(20, 6)) as part_quantity,
            {{ lingtan.product("methane_capacity", 10, 6, "methane_correction", 10, 6) }} as exact_factor
        from lines
        union all
        select
            lines.*,
            'CH4' as emitted_gas_code,
            'other_gases/wastewater_recovered' as activity_code,
            ch4_reason_code as parameter_reason_code,
            methane_recovered as part_quantity,
            cast(1 as decimal(29, 12)) as exact_factor
        from lines
        union all
        select
            lines.*,
            'N2O' as emitted_gas_code,
            'other_gases/wastewater' as activity_code,
            n2o_reason_code as parameter_reason_code,
            nitrogen_discharged as part_quantity,
            cast(n2o_per_nitrogen as decimal(29, 12)) as exact_factor
        from lines
        left join
            reported_n2o
            on lines.submission_id = reported_n2o.submission_id
            and lines.unit_code = reported_n2o.unit_code
        where reported_n2o.unit_code is null
    ),

    judged as (
        select
            submission_id,
            line_id,
            unit_code,
            notation_key_code,
            'wastewater' as source_code,
            emitted_gas_code as gas_code,
            activity_code,
            {{ lingtan.formula_activity("part_quantity") }},
            case when canonical_quantity is not null then part_quantity end as canonical_quantity
        from parts
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code", "measured_factor"]) }}
from judged
