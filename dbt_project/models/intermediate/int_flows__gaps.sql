{{ config(materialized="ephemeral") }}

-- Where a park's silence about a flow is no "nothing": it declares the category not estimated,
-- confidential or included elsewhere, or a row of it was refused. One row a park, boundary and source
-- category.
with
    categories as (
        select activity_code, max(source_category_code) as source_category_code
        from {{ ref("method_terms") }}
        where scope_code <> '3'
        group by activity_code
    ),

    -- A row whose code was refused with it may be of any category that flows of its table have.
    tables as (
        select distinct flows.table_name, categories.source_category_code
        from {{ ref("fct_flows") }} as flows
        inner join categories on flows.activity_code = categories.activity_code
    ),

    gaps as (
        select submission_id, source_category_code
        from {{ ref("stg_park_return__completeness") }}
        where row_disposition = 'used' and completeness_code in ('NE', 'C', 'IE')
        union all
        select refused.submission_id, categories.source_category_code
        from {{ ref("int_rows__refused") }} as refused
        inner join categories on refused.activity_code = categories.activity_code
        union all
        select refused.submission_id, tables.source_category_code
        from {{ ref("int_rows__refused") }} as refused
        inner join tables on refused.table_name = tables.table_name
        where refused.activity_code is null
    )

select distinct periods.reference_year, periods.park_code, periods.boundary_code, gaps.source_category_code
from gaps
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on gaps.submission_id = periods.submission_id
    and periods.is_counted
