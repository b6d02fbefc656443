-- What the plants of a park generate and use themselves, storage left out, with the
-- share of the unit inside the boundary; one figure not known makes its sum unknown.
{%- set figures = {"generated": "generated", "self_used": "self_used"} %}
with
    lines as (
        select
            lines.reference_year,
            lines.reporting_unit_code as park_code,
            units.boundary_code,
            technologies.is_non_fossil,
            units.share_reason_code,
            {%- for figure in figures %}
                lines.{{ figure }}_notation_key_code,
                {{ lingtan.canonical_quantity("lines.reported_" ~ figure, "measures.multiplier") }}
                as {{ figure }}_mwh,
            {%- endfor %}
            case when units.is_shared then units.share_ratio else 1 end as share_ratio
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
    ),

    shared as (
        select
            reference_year,
            park_code,
            boundary_code,
            is_non_fossil,
            {%- for figure in figures %}
                coalesce({{ figure }}_notation_key_code, '') in ('NA', 'IE') as {{ figure }}_is_elsewhere,
                case
                    when {{ figure }}_notation_key_code = 'NO'
                    then 0
                    when share_reason_code is null
                    then
                        {{
                            lingtan.round_half_up(
                                lingtan.product(figure ~ "_mwh", 20, 6, "share_ratio", 7, 6), 20, 6
                            )
                        }}
                end as {{ figure }}_mwh
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from lines
    )

select
    reference_year,
    park_code,
    boundary_code,
    cast(
        case
            when count(*) = count(case when generated_is_elsewhere or generated_mwh is not null then 1 end)
            then sum(generated_mwh)
        end as decimal(38, 6)
    ) as own_generation_mwh,
    cast(
        case
            when count(*) = count(case when self_used_is_elsewhere or self_used_mwh is not null then 1 end)
            then sum(self_used_mwh)
        end as decimal(38, 6)
    ) as own_use_mwh,
    cast(
        case
            when
                count(case when is_non_fossil then 1 end) = count(
                    case
                        when is_non_fossil and (self_used_is_elsewhere or self_used_mwh is not null) then 1
                    end
                )
            then coalesce(sum(case when is_non_fossil then self_used_mwh end), 0)
        end as decimal(38, 6)
    ) as own_non_fossil_use_mwh
from shared
group by reference_year, park_code, boundary_code
