{{ config(materialized="table") }}

{%- set activities = {
    "energy": "'energy/' || flow_code",
    "power_heat": "kind_code || '/' || direction_code",
    "generation": "'generation/attribute_sold'",
    "process": "'process/' || role_code",
    "other_gases": "'other_gases/' || source_code",
    "scope3": "'scope3/' || scope3_category_code",
    "removals": "cast(null as string)",
    "instruments": "case when instrument_type_code = 'offset' then 'instruments/offset' end",
    "units": "cast(null as string)",
} %}
{%- set conditions = {
    "generation": "has_attribute_sold",
    "scope3": "coalesce(relevance_code, 'relevant') = 'relevant'",
} %}

-- Rows that intake refused and that methods would have counted, with the activity they
-- would have been; a code that was refused itself leaves it null.
{% for table, activity in activities.items() %}
    select submission_id, '{{ table }}' as table_name, row_number, unit_code, {{ activity }} as activity_code
    from {{ ref("stg_park_return__" ~ table) }}
    where row_disposition = 'refused' {% if table in conditions %} and {{ conditions[table] }}{% endif %}
    {% if not loop.last %}
        union all
    {% endif %}
{% endfor %}
