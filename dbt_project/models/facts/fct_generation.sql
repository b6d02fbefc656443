{%- set figures = ["generated", "self_used"] %}

-- Plants of counted returns, storage left out: what they generate and the unit uses itself, with the
-- share of the unit inside the boundary.
with
    lines as (
        select
            lines.submission_id,
            lines.line_id,
            units.boundary_code,
            lines.reference_year,
            lines.period_code,
            lines.reporting_unit_code as park_code,
            lines.unit_code,
            technologies.is_non_fossil,
            units.share_reason_code,
            case when units.is_shared then units.share_ratio end as boundary_share_ratio,
            {%- for figure in figures %}
                lines.{{ figure }}_notation_key_code,
                {{ lingtan.canonical_quantity("lines.reported_" ~ figure, "measures.multiplier") }}
                as {{ figure }}_mwh
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("stg_park_return__generation") }} as lines
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on lines.submission_id = periods.submission_id
            and periods.is_counted
        inner join
            {{ ref("int_units__boundaries") }} as units
            on lines.submission_id = units.submission_id
            and periods.boundary_code = units.boundary_code
            and lines.unit_code = units.unit_code
            and not units.is_outside
        inner join
            {{ ref("generation_technologies") }} as technologies
            on lines.technology_code = technologies.technology_code
            and technologies.kind_code <> 'E-STO'
        left join
            {{ ref("units") }} as measures
            on lines.reported_unit_code = measures.unit_code
            and measures.dimension_code = 'electricity'
        where lines.row_disposition = 'used'
    )

select
    submission_id,
    line_id,
    boundary_code,
    reference_year,
    period_code,
    park_code,
    unit_code,
    is_non_fossil,
    boundary_share_ratio,
    share_reason_code as not_estimated_reason_code,
    {%- for figure in figures %}
        {{ figure }}_notation_key_code,
        case
            when {{ figure }}_notation_key_code = 'NO'
            then cast(0 as decimal(20, 6))
            when share_reason_code is null
            then
                {{
                    lingtan.round_half_up(
                        lingtan.product(figure ~ "_mwh", 20, 6, "coalesce(boundary_share_ratio, 1)", 7, 6),
                        20,
                        6,
                    )
                }}
        end as {{ figure }}_mwh
        {%- if not loop.last %},{% endif %}
    {%- endfor %}
from lines
