{#- An exact product of two decimals of known types. DuckDB keeps a product of
    two narrow decimals 18 digits wide and overflows; Spark cuts the scale
    where the widths with one digit more pass 38. So one factor is widened here
    and a pair that does not fit is refused when the project is compiled. -#}
{%- macro product(left, left_precision, left_scale, right, right_precision, right_scale) -%}
    {%- set wide = left_precision if right_precision > 18 else [left_precision, 19] | max -%}
    {%- if wide + right_precision + 1 > 38 -%}
        {{
            exceptions.raise_compiler_error(
                "product: decimal(" ~ wide ~ ") x decimal(" ~ right_precision ~ ") passes 38 digits"
            )
        }}
    {%- endif -%}
    (
        cast({{ left }} as decimal({{ wide }}, {{ left_scale }}))
        * cast({{ right }} as decimal({{ right_precision }}, {{ right_scale }}))
    )
{%- endmacro -%}
