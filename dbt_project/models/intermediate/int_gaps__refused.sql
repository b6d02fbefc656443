{{ config(materialized="table") }}

-- What is missing because a row was refused: one gap a row, boundary and method, under the first of the terms
-- the row would have met, in the results they are in. A unit outside a boundary leaves no gap there.
with
    terms as (
        select
            method_code,
            cast(method_version as string) as method_version,
            activity_code,
            coalesce(min(case when not is_memo then term_code end), min(term_code)) as term_code,
            {{ lingtan.gap_scopes() }}
        from {{ ref("method_terms") }}
        group by method_code, cast(method_version as string), activity_code
    ),

    -- Tables of which only some methods read anything; the others concern every method.
    families as (
        select
            method_code,
            cast(method_version as string) as method_version,
            split_part(activity_code, '/', 1) as table_name,
            {{ lingtan.gap_scopes() }}
        from {{ ref("method_terms") }}
        group by method_code, cast(method_version as string), split_part(activity_code, '/', 1)
    )

select
    periods.reference_year,
    periods.province_code,
    periods.park_code,
    periods.boundary_code,
    methods.method_code,
    coalesce(terms.term_code, 'NA') as term_code,
    refused.reason_code,
    refused.submission_id,
    refused.table_name,
    refused.row_code,
    -- What nobody can tell may be in any total; a certificate decides what power counts as.
    case
        when refused.activity_code is not null
        then coalesce(terms.is_gross_gap, false)
        when refused.table_name = 'instruments'
        then true
        else coalesce(families.is_gross_gap, true)
    end as is_gross_gap,
    {%- for scope in ["net", "value_chain"] %}
        coalesce(
            case
                when refused.activity_code is null
                then families.is_{{ scope }}_gap
                else terms.is_{{ scope }}_gap
            end,
            false
        ) as is_{{ scope }}_gap
        {%- if not loop.last %},{% endif %}
    {%- endfor %}
from {{ ref("int_gaps__rows") }} as refused
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on refused.submission_id = periods.submission_id
    and periods.is_counted
inner join
    (
        select distinct reference_year, method_code, method_version, boundary_code
        from {{ ref("int_results__methods") }}
    ) as methods
    on periods.reference_year = methods.reference_year
    and periods.boundary_code = methods.boundary_code
left join
    {{ ref("int_units__boundaries") }} as units
    on refused.submission_id = units.submission_id
    and refused.unit_code = units.unit_code
    and periods.boundary_code = units.boundary_code
left join
    terms
    on methods.method_code = terms.method_code
    and methods.method_version = terms.method_version
    and refused.activity_code = terms.activity_code
left join
    families
    on methods.method_code = families.method_code
    and methods.method_version = families.method_version
    and refused.table_name = families.table_name
where
    not coalesce(units.is_outside, false)
    and (
        terms.term_code is not null
        or families.table_name is not null
        and refused.activity_code is null
        or refused.table_name in ('units', 'completeness', 'energy', 'power_heat', 'process')
        or refused.table_name = 'instruments'
        and refused.activity_code is null
    )
