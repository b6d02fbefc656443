{#- One row of a qa_ table: how many were checked, how many
    fail, which. `checks` has check_key and is_failing. -#}
{%- macro gate_check(rule_id, scope, checks) -%}
    select
        '{{ rule_id }}' as rule_id,
        '{{ scope }}' as scope,
        cast(count(*) as bigint) as checked_count,
        cast(count(case when is_failing then 1 end) as bigint) as failing_count,
        cast({{ lingtan.key_list("check_key", "is_failing") }} as string) as failing_keys
    from {{ checks }}
{%- endmacro -%}
