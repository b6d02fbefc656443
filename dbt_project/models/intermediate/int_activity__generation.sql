{{ config(materialized="ephemeral") }}

{%- set columns = ["attribute_sold", "self_used", "storage_in", "storage_out"] %}

-- Of own generation what methods and the check of energy count: own use whose attributes were sold, and power
-- used by the unit itself or kept in storage. A plant without storage, or that sold none, leaves the cells
-- blank; own use left blank is not known (L7). Storage as a technology makes no power.
with
    lines as (
        {% for column in columns %}
            select
                generation.submission_id,
                generation.line_id,
                generation.unit_code,
                'generation/{{ column }}' as activity_code,
                generation.reported_{{ column }} as reported_quantity,
                generation.{{ column }}_notation_key_code as notation_key_code,
                coalesce(units.canonical_unit_code = 'MWh', false) as is_convertible,
                {{ lingtan.canonical_quantity("generation.reported_" ~ column, "units.multiplier") }}
                as quantity
            from {{ ref("stg_park_return__generation") }} as generation
            {%- if column != "attribute_sold" %}
                inner join
                    {{ ref("generation_technologies") }} as technologies
                    on generation.technology_code = technologies.technology_code
                    and technologies.kind_code <> 'E-STO'
            {%- endif %}
            left join {{ ref("units") }} as units on generation.reported_unit_code = units.unit_code
            where
                generation.row_disposition = 'used'
                {%- if column != "self_used" %}
                    and (
                        generation.reported_{{ column }} is not null
                        or generation.{{ column }}_notation_key_code is not null
                    )
                {%- endif %}
            {% if not loop.last %}
                union all
            {% endif %}
        {% endfor %}
    ),

    judged as (
        select
            *,
            'generation' as table_name,
            'electricity' as carrier_code,
            'MWh' as canonical_unit_code,
            {{ lingtan.judged_quantity() }}
        from lines
    )

select {{ lingtan.activity_columns(["carrier_code"]) }}
from judged
