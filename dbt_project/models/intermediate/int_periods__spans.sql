-- The months that each park return covers, once for each boundary it reports.
with
    covers as (
        select
            submission_id,
            min(period_basis_code) as period_basis_code,
            min(boundaries_reported_code) as boundaries_reported_code
        from {{ ref("stg_park_return__cover") }}
        group by submission_id
    ),

    named as (
        select
            planned.submission_id,
            boundaries.code as boundary_code,
            planned.reference_year,
            planned.reporting_unit_code as park_code,
            planned.period_code,
            covers.period_basis_code,
            case
                when length(planned.period_code) = 4
                then 'year'
                when substr(planned.period_code, 6, 1) = 'Q'
                then 'quarter'
                else 'month'
            end as period_type_code,
            case
                when length(planned.period_code) = 4
                then 12
                when substr(planned.period_code, 6, 1) = 'Q'
                then 3 * cast(substr(planned.period_code, 7, 1) as integer)
                else cast(substr(planned.period_code, 6, 2) as integer)
            end as last_month
        from {{ ref("stg_plan__submissions") }} as planned
        inner join covers on planned.submission_id = covers.submission_id
        inner join
            {{ ref("code_lists") }} as boundaries
            on boundaries.list_code = 'boundaries'
            and covers.boundaries_reported_code in (boundaries.code, 'both')
        where planned.form = 'park_return'
    )

select
    *,
    period_type_code <> 'year' and coalesce(period_basis_code, '') = 'year_to_date' as is_to_date,
    period_type_code = 'quarter' and coalesce(period_basis_code, '') <> 'year_to_date' as is_quarter,
    case
        when period_type_code = 'year' or period_basis_code = 'year_to_date'
        then 1
        when period_type_code = 'quarter'
        then last_month - 2
        else last_month
    end as first_month,
    case
        when last_month <= 3 then 1 when last_month <= 6 then 2 when last_month <= 9 then 3 else 4
    end as last_quarter
from named
