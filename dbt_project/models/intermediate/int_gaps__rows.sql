-- Rows and sheets that were refused and that methods would have counted, each with its one reason.
with
    -- A refused row is one row with one reason, the first of its error findings.
    refusals as (
        select submission_id, table_name, row_number, min(rule_id) as rule_id
        from {{ source("plan", "findings") }}
        where severity = 'error' and row_number is not null
        group by submission_id, table_name, row_number
    )

-- Rows are refused, too, in a sheet that is no table
-- of the form and in the table of completeness.
select
    rows.submission_id,
    rows.table_name,
    cast(rows.row_number as string) as row_code,
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
    cast(row_number as string) as row_code,
    cast(null as string) as unit_code,
    cast(null as string) as activity_code,
    rule_id as reason_code
from refusals
where table_name = 'completeness'
union all
select
    submission_id,
    'completeness' as table_name,
    coalesce(sheet, 'NA') as row_code,
    cast(null as string) as unit_code,
    cast(null as string) as activity_code,
    min(rule_id) as reason_code
from {{ source("plan", "findings") }}
where severity = 'error' and table_name is null and cell is not null
group by submission_id, sheet
