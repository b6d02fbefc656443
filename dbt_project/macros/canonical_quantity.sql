{#- A reported value (25,12) x its unit's multiplier (12,6), half up once to
    DECIMAL(20,6) in the canonical unit; null where it has no room there. -#}
{%- macro canonical_quantity(value, multiplier) -%}
    {%- set exact = lingtan.product(value, 25, 12, multiplier, 12, 6) -%}
    case when {{ lingtan.fits_decimal(exact, 20, 6) }} then {{ lingtan.round_half_up(exact, 20, 6) }} end
{%- endmacro -%}

{#- Why a line has no quantity; null where it has one,
    or where it needs none (NO, NA, IE). L7, L8. -#}
{%- macro quantity_reason(notation, value, is_convertible, quantity) -%}
    case
        when {{ notation }} in ('NE', 'C')
        then 'notation_key'
        when {{ notation }} is not null
        then null
        when {{ value }} is null
        then 'missing_value'
        when not {{ is_convertible }}
        then 'unit_not_convertible'
        when {{ quantity }} is null
        then 'value_out_of_range'
    end
{%- endmacro -%}

{#- Both for a line that has quantity, reported_quantity, notation_key_code and is_convertible: the
    quantity in its canonical unit, and why it has none. -#}
{%- macro judged_quantity() -%}
    case when is_convertible and notation_key_code is null then quantity end as canonical_quantity,
    {{
        lingtan.quantity_reason(
            "notation_key_code", "reported_quantity", "coalesce(is_convertible, false)", "quantity"
        )
    }} as quantity_reason_code
{%- endmacro -%}
