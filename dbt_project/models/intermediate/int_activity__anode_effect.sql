{{ config(materialized="ephemeral") }}

-- F4: t CF4 = output x slope x minutes of anode effect per cell and day (kg per t),
-- C2F6 by its ratio to CF4. Multiplied exactly, rounded half up once at 12 decimals.
with
    lines as (
        {{
            lingtan.formula_lines(
                "anode_effect",
                {
                    "anode_effect_minutes": (10, 6),
                    "anode_effect_slope": (10, 6),
                    "c2f6_ratio": (10, 6),
                },
                {
                    "cf4": ["anode_effect_minutes", "anode_effect_slope"],
                    "c2f6": ["anode_effect_minutes", "anode_effect_slope", "c2f6_ratio"],
                },
            )
        }}
    ),

    rates as (
        select
            lines.*,
            constants.t_per_kg,
            {{ lingtan.product("anode_effect_minutes", 10, 6, "anode_effect_slope", 10, 6) }}
            as kilograms_per_tonne,
            cast(
                {{ lingtan.product("c2f6_ratio", 10, 6, "constants.t_per_kg", 12, 6) }} as decimal(16, 12)
            ) as c2f6_per_kilogram
        from lines
        cross join {{ ref("int_conversions__constants") }} as constants
    ),

    gases as (
        select
            rates.*,
            'CF4' as emitted_gas_code,
            cf4_reason_code as parameter_reason_code,
            cast(
                {{ lingtan.product("kilograms_per_tonne", 20, 12, "t_per_kg", 12, 6) }} as decimal(38, 24)
            ) as exact_factor
        from rates
        union all
        select
            rates.*,
            'C2F6' as emitted_gas_code,
            c2f6_reason_code as parameter_reason_code,
            cast(
                {{ lingtan.product("kilograms_per_tonne", 20, 12, "c2f6_per_kilogram", 16, 12) }} as decimal(
                    38, 24
                )
            ) as exact_factor
        from rates
    ),

    judged as (
        select
            submission_id,
            line_id,
            unit_code,
            notation_key_code,
            canonical_quantity,
            'anode_effect' as source_code,
            emitted_gas_code as gas_code,
            'other_gases/anode_effect' as activity_code,
            {{ lingtan.formula_activity() }}
        from gases
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code", "measured_factor"]) }}
from judged
