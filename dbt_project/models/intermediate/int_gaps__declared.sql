{{ config(materialized="table") }}

-- Source categories that a park itself declares not estimated or confidential: a gap of every method that
-- counts the category, whatever lines the park has (L7), in the results that the category's terms are in.
with
    declared as (
        select distinct
            periods.reference_year,
            periods.province_code,
            periods.park_code,
            periods.boundary_code,
            completeness.source_category_code
        from {{ ref("stg_park_return__completeness") }} as completeness
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on completeness.submission_id = periods.submission_id
            and periods.is_counted
        where completeness.row_disposition = 'used' and completeness.completeness_code in ('NE', 'C')
    ),

    categories as (
        select
            method_code,
            cast(method_version as string) as method_version,
            source_category_code,
            {{ lingtan.gap_scopes() }}
        from {{ ref("method_terms") }}
        group by method_code, cast(method_version as string), source_category_code
    )

select
    declared.reference_year,
    declared.province_code,
    declared.park_code,
    declared.boundary_code,
    methods.method_code,
    'NA' as term_code,
    'declared_not_estimated' as reason_code,
    'NA' as submission_id,
    'completeness' as table_name,
    declared.source_category_code as row_code,
    categories.is_gross_gap,
    categories.is_net_gap,
    categories.is_value_chain_gap
from declared
inner join
    (
        select distinct reference_year, method_code, method_version, boundary_code
        from {{ ref("int_results__methods") }}
    ) as methods
    on declared.reference_year = methods.reference_year
    and declared.boundary_code = methods.boundary_code
inner join
    categories
    on methods.method_code = categories.method_code
    and methods.method_version = categories.method_version
    and declared.source_category_code = categories.source_category_code
