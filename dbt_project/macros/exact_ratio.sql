{#- The only division of quantities (DESIGN section 6): exact, half up at `scale`,
    null where the denominator is zero. Numerator and denominator are decimals of
    the stated scales. Describes; thresholds are cross-multiplied. -#}
{%- macro exact_ratio(numerator, numerator_scale, denominator, denominator_scale, scale, precision=26) -%}
    {{-
        return(
            adapter.dispatch("exact_ratio", "lingtan")(
                numerator, numerator_scale, denominator, denominator_scale, scale, precision
            )
        )
    -}}
{%- endmacro -%}

{%- macro default__exact_ratio(
    numerator, numerator_scale, denominator, denominator_scale, scale, precision
) -%}
    {{ exceptions.raise_compiler_error("exact_ratio is not written for " ~ target.type) }}
{%- endmacro -%}

{#- n / 10^a : d / 10^b at scale s is n x 10^(b + s - a) / d in whole numbers.
    divide() cuts towards zero, so half up is (2 |n| + |d|) : (2 |d|) with the
    sign put back. HUGEINT raises where it has no room, it never wraps. -#}
{%- macro duckdb__exact_ratio(
    numerator, numerator_scale, denominator, denominator_scale, scale, precision
) -%}
    {%- set power = denominator_scale + scale - numerator_scale -%}
    {%- set n = (
        "("
        ~ lingtan.decimal_digits(numerator, numerator_scale)
        ~ " * "
        ~ (10 ** ([power, 0] | max))
        ~ "::hugeint)"
    ) -%}
    {%- set d = (
        "(nullif("
        ~ lingtan.decimal_digits(denominator, denominator_scale)
        ~ ", 0) * "
        ~ (10 ** ([-power, 0] | max))
        ~ "::hugeint)"
    ) -%}
    cast(
        cast(
            sign({{ n }})
            * sign({{ d }})
            * divide(2 * abs({{ n }}) + abs({{ d }}), 2 * abs({{ d }})) as decimal(
                {{ [precision, 37 - scale] | min }}, 0
            )
        ) * cast(
            '{{ "1" if scale == 0 else "0." ~ "0" * (scale - 1) ~ "1" }}' as decimal(
                {{ scale + 1 }}, {{ scale }}
            )
        ) as decimal({{ precision }}, {{ scale }})
    )
{%- endmacro -%}

{#- The digits of a decimal as one whole number: a decimal's text always shows its full scale. -#}
{%- macro decimal_digits(expression, scale) -%}
    cast(replace(cast(cast({{ expression }} as decimal(38, {{ scale }})) as varchar), '.', '') as hugeint)
{%- endmacro -%}
