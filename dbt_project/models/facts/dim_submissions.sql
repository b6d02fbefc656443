with
    -- Counted in any boundary.
    periods as (
        select submission_id, max(case when is_counted then 1 else 0 end) = 1 as is_counted
        from {{ ref("int_periods__counted") }}
        group by submission_id
    )

select
    planned.submission_id,
    planned.batch_id,
    planned.delivery_id,
    planned.form,
    planned.form_version,
    planned.reporting_unit_code,
    planned.period_code,
    planned.reference_year,
    planned.version,
    planned.submission_kind_code,
    planned.sender,
    coalesce(
        park_covers.submission_status_code, province_covers.submission_status_code
    ) as submission_status_code,
    coalesce(park_covers.period_basis_code, province_covers.period_basis_code) as period_basis_code,
    -- What is no return of a park stands for its period alone.
    coalesce(periods.is_counted, planned.form <> 'park_return') as is_counted,
    planned.rows_read,
    planned.rows_used,
    planned.rows_refused,
    planned.rows_context
from {{ ref("stg_plan__submissions") }} as planned
left join
    {{ ref("stg_park_return__cover") }} as park_covers on planned.submission_id = park_covers.submission_id
left join
    {{ ref("stg_province_inventory__cover") }} as province_covers
    on planned.submission_id = province_covers.submission_id
left join periods on planned.submission_id = periods.submission_id
