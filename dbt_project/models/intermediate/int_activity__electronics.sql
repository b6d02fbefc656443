{{ config(materialized="ephemeral") }}

{%- set rest = "cast(1 - {} as decimal(7, 6))" %}

-- F8: t of the gas = fed x (1 - heel) x (1 - use) x (1 - abatement), and CF4 as a by-product of other
-- gases where one is listed or given. Multiplied exactly, rounded half up once at 12 decimals.
with
    lines as (
        {{
            lingtan.formula_lines(
                "electronics",
                {
                    "heel": (7, 6),
                    "use_rate": (7, 6),
                    "abatement": (7, 6),
                    "by_product": (10, 6),
                    "by_product_abatement": (7, 6),
                },
                {
                    "fed": ["heel", "use_rate", "abatement"],
                    "by_product": ["heel", "by_product", "by_product_abatement"],
                },
            )
        }}
    ),

    rests as (
        select
            *,
            {{ rest.format("heel") }} as fed_ratio,
            {{ lingtan.product(rest.format("use_rate"), 7, 6, rest.format("abatement"), 7, 6) }}
            as left_ratio,
            {{ lingtan.product("by_product", 10, 6, rest.format("by_product_abatement"), 7, 6) }}
            as by_product_ratio
        from lines
    ),

    gases as (
        select
            rests.*,
            gas_code as emitted_gas_code,
            fed_reason_code as parameter_reason_code,
            cast(
                {{ lingtan.product("fed_ratio", 7, 6, "left_ratio", 14, 12) }} as decimal(33, 18)
            ) as exact_factor
        from rests
        union all
        -- A gas of which no document lists a by-product has none, unless its unit measured one.
        select
            rests.*,
            'CF4' as emitted_gas_code,
            by_product_reason_code as parameter_reason_code,
            cast(
                {{ lingtan.product("fed_ratio", 7, 6, "by_product_ratio", 17, 12) }} as decimal(33, 18)
            ) as exact_factor
        from rests
        where by_product is not null and gas_code <> 'CF4'
    ),

    judged as (
        select
            submission_id,
            line_id,
            unit_code,
            notation_key_code,
            canonical_quantity,
            'electronics' as source_code,
            emitted_gas_code as gas_code,
            'other_gases/electronics' as activity_code,
            {{ lingtan.formula_activity() }}
        from gases
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code", "measured_factor"]) }}
from judged
