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

    -- Every used line of a counted return reaches the activity table, in each
    -- boundary its unit is in; clearing may split a line, never lose it.
    {%- set conditions = {
        "energy": "true",
        "power_heat": "true",
        "process": "true",
        "other_gases": "true",
        "scope3": "lines.relevance_code = 'relevant'",
        "instruments": "lines.instrument_type_code = 'offset'",
    } %}
    staged as (
        {% for table, condition in conditions.items() %}
            select lines.submission_id, '{{ table }}' as table_name, lines.line_id, lines.unit_code
            from {{ ref("stg_park_return__" ~ table) }} as lines
            where lines.row_disposition = 'used' and {{ condition }}
            {% if not loop.last %}
                union all
            {% endif %}
        {% endfor %}
    ),

    expected as (
        select
            staged.submission_id,
            periods.boundary_code,
            staged.table_name || '/' || staged.line_id as line_key
        from staged
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on staged.submission_id = periods.submission_id
            and periods.is_counted
        left join
            {{ ref("int_units__boundaries") }} as units
            on staged.submission_id = units.submission_id
            and periods.boundary_code = units.boundary_code
            and staged.unit_code = units.unit_code
        where not coalesce(units.is_outside, false)
    ),

    expected_counts as (
        select submission_id, boundary_code, count(*) as row_count, count(distinct line_key) as line_count
        from expected
        group by submission_id, boundary_code
    ),

    activity_counts as (
        select submission_id, boundary_code, count(distinct table_name || '/' || line_id) as line_count
        from {{ ref("int_activity") }}
        where table_name in ('{{ conditions | join("', '") }}')
        group by submission_id, boundary_code
    ),

    lines_kept as (
        select
            expected_counts.submission_id || '/' || expected_counts.boundary_code as check_key,
            expected_counts.row_count <> expected_counts.line_count
            or expected_counts.line_count <> coalesce(activity_counts.line_count, 0) as is_failing
        from expected_counts
        left join
            activity_counts
            on expected_counts.submission_id = activity_counts.submission_id
            and expected_counts.boundary_code = activity_counts.boundary_code
    )

    {{ lingtan.gate_check("W-ROWS-DISPOSED", "dispositions", "rows_read") }}
union all
{{ lingtan.gate_check("W-LINES-KEPT", "int_activity", "lines_kept") }}
