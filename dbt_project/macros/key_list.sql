{#- The first twenty keys of the rows that meet a condition,
    sorted, as one text; empty where there is none. -#}
{%- macro key_list(key, condition) -%}
    {{- return(adapter.dispatch("key_list", "lingtan")(key, condition)) -}}
{%- endmacro -%}

{%- macro default__key_list(key, condition) -%}
    {{ exceptions.raise_compiler_error("key_list is not written for " ~ target.type) }}
{%- endmacro -%}

{%- macro duckdb__key_list(key, condition) -%}
    coalesce(
        array_to_string(
            list_slice(list({{ key }} order by {{ key }} nulls last) filter (where {{ condition }}), 1, 20),
            '; '
        ),
        ''
    )
{%- endmacro -%}
