{#- The one rounding of the warehouse (L3): half up, away from zero, to
    DECIMAL(precision, scale). round() on a decimal is half away from
    zero on DuckDB and on Spark; the cast then changes the type only. -#}
{%- macro round_half_up(expression, precision, scale) -%}
    cast(round({{ expression }}, {{ scale }}) as decimal({{ precision }}, {{ scale }}))
{%- endmacro -%}
