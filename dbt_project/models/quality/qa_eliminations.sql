-- What goes from one unit of a park to another is nothing for the park, in emissions and in energy; and
-- whatever is taken out of a total takes exactly its own entry back (L6).
{%- set facts = {
    "fct_emissions": {
        "value": "emission_tco2e",
        "key": [
            "submission_id",
            "table_name",
            "line_id",
            "activity_code",
            "boundary_code",
            "method_code",
            "method_version",
            "term_code",
            "gas_code",
            "scope2_basis_code",
        ],
    },
    "fct_energy": {
        "value": "energy_tce",
        "key": [
            "submission_id",
            "table_name",
            "line_id",
            "activity_code",
            "boundary_code",
            "energy_method_code",
            "side_code",
        ],
    },
} %}
with
    internal as (
        select distinct submission_id, line_id, boundary_code
        from {{ ref("fct_power_heat") }}
        where is_internal
    ),

    {%- for fact, parts in facts.items() %}
        {{ fact }}_lines as (
            select
                {{ parts["key"] | join(", ") }},
                coalesce(sum({{ parts["value"] }}), 0) as remainder,
                count(case when entry_kind_code = 'elimination' then 1 end) as elimination_count,
                count(case when view_code = 'park' then 1 end) as park_elimination_count,
                count(*) as entry_count
            from {{ ref(fact) }}
            where table_name = 'power_heat'
            group by {{ parts["key"] | join(", ") }}
        ),

        {{ fact }}_internal as (
            select
                lines.submission_id || '/' || lines.line_id || '/' || lines.activity_code as check_key,
                lines.remainder <> 0
                or lines.entry_count <> 2
                or lines.park_elimination_count <> 1 as is_failing
            from {{ fact }}_lines as lines
            inner join
                internal
                on lines.submission_id = internal.submission_id
                and lines.line_id = internal.line_id
                and lines.boundary_code = internal.boundary_code
        ),

        {{ fact }}_cancelled as (
            select
                submission_id || '/' || line_id || '/' || activity_code as check_key,
                remainder <> 0 or elimination_count <> 1 or entry_count <> 2 as is_failing
            from {{ fact }}_lines
            where elimination_count > 0
        )
        {%- if not loop.last %},{% endif %}
    {%- endfor %}

{% for fact in facts %}
        {{ lingtan.gate_check("W-INTERNAL-ZERO", fact, fact ~ "_internal") }}
    union all
    {{ lingtan.gate_check("W-ELIMINATION-CANCELS", fact, fact ~ "_cancelled") }}
    {% if not loop.last %}
        union all
    {% endif %}
{% endfor %}
