-- What is at hand of a year, return by return: months, quarters and years to date as they stand. A park's
-- year takes them where they make one and no annual return exists; until then they are quick estimates.
with
    at_hand as (
        select periods.*, planned.rows_refused
        from {{ ref("int_periods__boundaries") }} as periods
        inner join
            {{ ref("stg_plan__submissions") }} as planned on periods.submission_id = planned.submission_id
        where periods.is_at_hand
    ),

    covers as (
        select submission_id, min(submission_status_code) as submission_status_code
        from {{ ref("stg_park_return__cover") }}
        group by submission_id
    ),

    -- What units of the park exchange is nothing for it.
    sums as (
        select
            entries.submission_id,
            entries.boundary_code,
            entries.method_code,
            bases.scope2_basis_code,
            cast(
                sum(
                    case when entries.elimination_view_code = 'park' then 0 else entries.emission_tco2e end
                ) as decimal(38, 12)
            ) as emission_tco2e,
            cast(
                count(
                    case
                        when
                            entries.not_estimated_reason_code is not null
                            and coalesce(entries.elimination_view_code, '') <> 'park'
                        then 1
                    end
                ) as bigint
            ) as not_estimated_count
        from {{ ref("int_emissions__entries") }} as entries
        inner join
            at_hand
            on entries.submission_id = at_hand.submission_id
            and entries.boundary_code = at_hand.boundary_code
        inner join
            {{ ref("int_results__methods") }} as bases
            on entries.reference_year = bases.reference_year
            and entries.method_code = bases.method_code
            and entries.boundary_code = bases.boundary_code
            and entries.scope2_basis_code in ('NA', bases.scope2_basis_code)
        where entries.scope_code in ('NA', '1', '2') and not entries.is_memo
        group by entries.submission_id, entries.boundary_code, entries.method_code, bases.scope2_basis_code
    )

select
    at_hand.reference_year,
    at_hand.park_code,
    at_hand.boundary_code,
    at_hand.period_code,
    methods.method_code,
    methods.scope2_basis_code,
    at_hand.province_code,
    at_hand.submission_id,
    cast(at_hand.first_month as integer) as first_month,
    cast(at_hand.last_month as integer) as last_month,
    covers.submission_status_code,
    at_hand.is_counted,
    sums.emission_tco2e,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    cast(at_hand.rows_refused as bigint) as refused_row_count,
    coalesce(sums.not_estimated_count, 0) > 0 or at_hand.rows_refused > 0 as is_partial
from at_hand
inner join covers on at_hand.submission_id = covers.submission_id
inner join
    {{ ref("int_results__methods") }} as methods
    on at_hand.reference_year = methods.reference_year
    and at_hand.boundary_code = methods.boundary_code
left join
    sums
    on at_hand.submission_id = sums.submission_id
    and at_hand.boundary_code = sums.boundary_code
    and methods.method_code = sums.method_code
    and methods.scope2_basis_code = sums.scope2_basis_code
