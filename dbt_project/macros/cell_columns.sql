{#- What tells the cells of a park's or an area's year apart. Over components and
    gas groups they add up; over methods, boundaries and bases never (L6). -#}
{%- macro cell_columns() -%}
    boundary_code, method_code, scope_code, scope2_basis_code, component_code, gas_group_code
{%- endmacro -%}
