{{ config(materialized="ephemeral") }}

{%- set carbon = lingtan.product("dry_matter", 7, 6, "carbon_content", 7, 6) %}
{%- set oxidised = lingtan.product("carbon_of_waste", 14, 12, "oxidation", 7, 6) %}

-- F6: t CO2 = waste x dry matter x carbon x fossil part x oxidation x 44 / 12; the rest of the carbon is
-- biogenic and shown as a memo. Multiplied first, divided last, rounded half up once at 12 decimals.
with
    lines as (
        {{
            lingtan.formula_lines(
                "waste",
                {
                    "dry_matter": (7, 6),
                    "carbon_content": (7, 6),
                    "fossil_carbon": (7, 6),
                    "oxidation": (7, 6),
                },
                {"co2": ["dry_matter", "carbon_content", "fossil_carbon", "oxidation"]},
            )
        }}
    ),

    burnt as (select *, cast({{ carbon }} as decimal(14, 12)) as carbon_of_waste from lines),

    carbons as (select *, cast({{ oxidised }} as decimal(21, 18)) as carbon_oxidised from burnt),

    parts as (
        select *, 'other_gases/waste' as activity_code, fossil_carbon as carbon_part
        from carbons
        union all
        select
            *,
            'other_gases/waste_biogenic' as activity_code,
            cast(1 - fossil_carbon as decimal(7, 6)) as carbon_part
        from carbons
    ),

    multiplied as (
        select
            parts.*,
            constants.carbon_to_co2_denominator,
            {{ lingtan.product("carbon_part", 7, 6, "constants.carbon_to_co2_numerator", 3, 0) }}
            as co2_numerator
        from parts
        cross join {{ ref("int_conversions__constants") }} as constants
    ),

    divided as (
        select
            *,
            co2_reason_code as parameter_reason_code,
            {{
                lingtan.exact_ratio(
                    lingtan.product("carbon_oxidised", 21, 18, "co2_numerator", 10, 6),
                    24,
                    "carbon_to_co2_denominator",
                    0,
                    12,
                    17,
                )
            }} as exact_factor
        from multiplied
    ),

    judged as (
        select
            submission_id,
            line_id,
            unit_code,
            notation_key_code,
            canonical_quantity,
            'waste' as source_code,
            gas_code,
            activity_code,
            {{ lingtan.formula_activity() }}
        from divided
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code", "measured_factor"]) }}
from judged
