{{ config(materialized="table") }}

-- Every category of the value chain that a line screens, in each boundary its unit is in: whether it was
-- found relevant, what was estimated for it at screening, and whether its emission is known. Parts of an
-- amount that are not inside the boundary are not screened there.
with
    lines as (
        select
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            scope3.submission_id,
            scope3.line_id,
            scope3.scope3_category_code,
            scope3.relevance_code = 'relevant' as is_relevant,
            case
                when units.unit_code is null or units.share_reason_code is not null
                then null
                when units.is_shared
                then
                    {{
                        lingtan.round_half_up(
                            lingtan.product("scope3.screened", 20, 6, "units.share_ratio", 7, 6), 20, 6
                        )
                    }}
                else scope3.screened
            end as screened_tco2e
        from
            (
                select *, {{ lingtan.canonical_quantity("screened_tco2e", "1") }} as screened
                from {{ ref("stg_park_return__scope3") }}
                where row_disposition = 'used' and relevance_code is not null
            ) as scope3
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on scope3.submission_id = periods.submission_id
            and periods.is_counted
        left join
            {{ ref("int_units__boundaries") }} as units
            on scope3.submission_id = units.submission_id
            and scope3.unit_code = units.unit_code
            and periods.boundary_code = units.boundary_code
        where not coalesce(units.is_outside, false)
    ),

    methods as (
        select distinct method_code, method_version
        from {{ ref("method_terms") }}
        where factor_rule_code = 'value_chain'
    ),

    known as (
        select submission_id, line_id, boundary_code, method_code
        from {{ ref("int_emissions__entries") }}
        where table_name = 'scope3' and not_estimated_reason_code is null and not is_memo
    )

select
    lines.reference_year,
    lines.park_code,
    lines.boundary_code,
    planned.method_code,
    lines.scope3_category_code,
    lines.is_relevant,
    lines.screened_tco2e,
    known.line_id is not null as is_covered
from lines
inner join
    {{ ref("int_methods__boundaries") }} as planned
    on lines.reference_year = planned.reference_year
    and lines.boundary_code = planned.boundary_code
inner join
    methods
    on planned.method_code = methods.method_code
    and planned.method_version = cast(methods.method_version as string)
left join
    known
    on lines.submission_id = known.submission_id
    and lines.line_id = known.line_id
    and lines.boundary_code = known.boundary_code
    and planned.method_code = known.method_code
