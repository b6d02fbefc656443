{#- Rows of a reference table that lack a value, or repeat one that has to be unique. Every column has a value
    in every row but for those named; a column added later has to be complete until it is named. One test a
    table: dbt takes longer to start a test than DuckDB to run it. -#}
{% test reference_rows(model, may_be_empty, unique_columns) %}
    {%- set required = [] -%}
    {%- if execute -%}
        {%- for column in adapter.get_columns_in_relation(model) if column.name not in may_be_empty -%}
            {%- do required.append(column.name) -%}
        {%- endfor -%}
    {%- endif -%}
    {%- for column in required %}
        select '{{ column }}' as column_name, 'empty' as fault, cast(null as {{ dbt.type_string() }}) as value
        from {{ model }}
        where {{ column }} is null
        union all
    {%- endfor %}
    {%- for column in unique_columns %}
        select
            '{{ column }}' as column_name,
            'repeated' as fault,
            cast({{ column }} as {{ dbt.type_string() }}) as value
        from {{ model }}
        where {{ column }} is not null
        group by {{ column }}
        having count(*) > 1
        union all
    {%- endfor %}
    select 'none' as column_name, 'none' as fault, cast(null as {{ dbt.type_string() }}) as value
    from {{ model }}
    where false
{% endtest %}
