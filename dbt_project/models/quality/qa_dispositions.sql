with
    rows_read as (
        select
            submission_id as check_key,
            rows_read
            <> rows_used
            + rows_refused
            + rows_held
            + rows_superseded
            + rows_withdrawn
            + rows_context as is_failing
        from {{ source("plan", "dispositions") }}
    ),

    staged as (
        select submission_id
        from {{ ref("stg_park_return__energy") }}
        where row_disposition = 'used'
        union all
        select submission_id
        from {{ ref("stg_park_return__power_heat") }}
        where row_disposition = 'used'
        union all
        select submission_id
        from {{ ref("stg_park_return__process") }}
        where row_disposition = 'used'
    ),

    staged_counts as (select submission_id, count(*) as line_count from staged group by submission_id),

    activity_counts as (
        select submission_id, count(*) as line_count from {{ ref("int_activity") }} group by submission_id
    ),

    lines_kept as (
        select
            staged_counts.submission_id as check_key,
            staged_counts.line_count <> coalesce(activity_counts.line_count, 0) as is_failing
        from staged_counts
        left join activity_counts on staged_counts.submission_id = activity_counts.submission_id
    )

    {{ lingtan.gate_check("W-ROWS-DISPOSED", "dispositions", "rows_read") }}
union all
{{ lingtan.gate_check("W-LINES-KEPT", "int_activity", "lines_kept") }}
