{#- Every column has a value in every row, but for the named columns. A column added later has to be complete
    until it is named. One test a table: dbt takes longer to start a test than DuckDB to run it. -#}
{% test complete_but_for(model, columns) %}
    {%- set required = [] -%}
    {%- if execute -%}
        {%- for column in adapter.get_columns_in_relation(model) if column.name not in columns -%}
            {%- do required.append(column.name) -%}
        {%- endfor -%}
    {%- endif -%}
    select *
    from {{ model }}
    where {% for column in required %} {{ column }} is null or {% endfor %} false
{% endtest %}
