-- What is missing because a row was refused, under each term the row would have met.
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
    refusals_elsewhere as (
        select submission_id, min(rule_id) as rule_id
        from {{ source("plan", "findings") }}
        where severity = 'error' and table_name is null and cell is not null
        group by submission_id, sheet
        union all
        select submission_id, rule_id
        from refusals
        where table_name = 'completeness'
    ),

    refused as (
        select
            rows.reference_year,
            rows.reporting_unit_code as park_code,
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
            planned.reference_year,
            planned.reporting_unit_code as park_code,
            cast(null as string) as activity_code,
            refusals_elsewhere.rule_id as reason_code
        from refusals_elsewhere
        inner join
            {{ ref("stg_plan__submissions") }} as planned
            on refusals_elsewhere.submission_id = planned.submission_id
            and planned.form = 'park_return'
    )

select
    refused.reference_year,
    coalesce(parks.province_code, 'NA') as province_code,
    refused.park_code,
    methods.method_code,
    coalesce(terms.term_code, 'NA') as term_code,
    refused.reason_code
from refused
inner join {{ ref("int_methods__planned") }} as methods on methods.is_park_method
left join
    {{ ref("method_terms") }} as terms
    on methods.method_code = terms.method_code
    and methods.method_version = terms.method_version
    and refused.activity_code = terms.activity_code
left join
    {{ ref("int_parks__registered") }} as parks
    on refused.reference_year = parks.reference_year
    and refused.park_code = parks.park_code
