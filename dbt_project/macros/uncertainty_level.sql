{#- What tells the totals apart whose uncertainty is worked out. -#}
{%- macro uncertainty_level() -%}
    reference_year,
    figure_level_code,
    area_code,
    park_code,
    industry_division_code,
    boundary_code,
    method_code,
    scope2_basis_code,
    total_code
{%- endmacro -%}
