{#- A month written as 2025-03 as a number that counts months, so that months can be compared and added. -#}
{%- macro month_number(month) -%}
    (cast(substr({{ month }}, 1, 4) as integer) * 12 + cast(substr({{ month }}, 6, 2) as integer))
{%- endmacro -%}
