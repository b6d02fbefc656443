{{ config(materialized="table") }}

-- What is missing because a row was refused: one gap a row, boundary and method, under the first of the
-- terms the row would have met. A unit that lies outside a boundary leaves no gap there.
with
    -- A refused row is one row with one reason, the first of its error findings.
    refusals as (
        select submission_id, table_name, row_number, min(rule_id) as rule_id
        from {{ source("plan", "findings") }}
        where severity = 'error' and row_number is not null
        group by submission_id, table_name, row_number
    ),

    -- Rows are refused, too, in a sheet that is no table
    -- of the form and in the table of completeness.
    refused as (
        select
            rows.submission_id,
            rows.table_name,
            rows.unit_code,
            rows.activity_code,
            coalesce(refusals.rule_id, 'row_refused') as reason_code
        from {{ ref("int_rows__refused") }} as rows
        left join
            refusals
            on rows.submission_id = refusals.submission_id
            and rows.table_name = refusals.table_name
            and rows.row_number = refusals.row_number
        union all
        select
            submission_id,
            'completeness' as table_name,
            cast(null as string) as unit_code,
            cast(null as string) as activity_code,
            rule_id as reason_code
        from refusals
        where table_name = 'completeness'
        union all
        select
            submission_id,
            'completeness' as table_name,
            cast(null as string) as unit_code,
            cast(null as string) as activity_code,
            min(rule_id) as reason_code
        from {{ source("plan", "findings") }}
        where severity = 'error' and table_name is null and cell is not null
        group by submission_id, sheet
    ),

    terms as (
        select
            method_code,
            cast(method_version as string) as method_version,
            activity_code,
            coalesce(min(case when not is_memo then term_code end), min(term_code)) as term_code
        from {{ ref("method_terms") }}
        group by method_code, method_version, activity_code
    ),

    -- Tables of which only some methods read anything; the others concern every method.
    families as (
        select distinct method_code, method_version, split_part(activity_code, '/', 1) as table_name
        from terms
    )

select
    periods.reference_year,
    periods.province_code,
    periods.park_code,
    periods.boundary_code,
    methods.method_code,
    coalesce(terms.term_code, 'NA') as term_code,
    refused.reason_code
from refused
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on refused.submission_id = periods.submission_id
    and periods.is_counted
inner join {{ ref("int_methods__boundaries") }} as methods on periods.boundary_code = methods.boundary_code
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
