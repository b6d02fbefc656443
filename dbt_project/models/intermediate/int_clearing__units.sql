-- What clearing found for each unit with green power or claims, in MWh: what was reported
-- without serials behind it, and claims beyond what the unit could cover.
with
    reported as (
        select
            submission_id,
            unit_code,
            sum(case when kind_code in ('E-GT', 'E-GEC') then quantity else 0 end) as green_reported,
            sum(case when kind_code in ('E-GT', 'E-GEC') then covered_quantity else 0 end) as green_covered
        from {{ ref("int_clearing__lines") }}
        group by submission_id, unit_code
    ),

    cleared as (
        select
            submission_id,
            unit_code,
            sum(case when kind_code in ('E-GT', 'E-GEC') then quantity else 0 end) as green_cleared
        from {{ ref("int_clearing__power") }}
        group by submission_id, unit_code
    ),

    keys as (
        select submission_id, unit_code
        from reported
        union
        select submission_id, unit_code
        from {{ ref("int_clearing__claims") }}
    )

select
    keys.submission_id,
    keys.unit_code,
    cast(coalesce(reported.green_reported, 0) as decimal(26, 6)) as green_reported_mwh,
    cast(
        coalesce(claims.trade_claims_mwh, 0) + coalesce(claims.unbundled_claims_mwh, 0) as decimal(26, 6)
    ) as claims_mwh,
    cast(coalesce(cleared.green_cleared, 0) as decimal(26, 6)) as cleared_mwh,
    cast(
        coalesce(reported.green_reported, 0) - coalesce(reported.green_covered, 0) as decimal(26, 6)
    ) as without_serials_mwh,
    cast(
        coalesce(claims.trade_claims_mwh, 0)
        + coalesce(claims.unbundled_claims_mwh, 0)
        - coalesce(cleared.green_cleared, 0) as decimal(26, 6)
    ) as claims_left_mwh
from keys
left join reported on keys.submission_id = reported.submission_id and keys.unit_code = reported.unit_code
left join cleared on keys.submission_id = cleared.submission_id and keys.unit_code = cleared.unit_code
left join
    {{ ref("int_clearing__claims") }} as claims
    on keys.submission_id = claims.submission_id
    and keys.unit_code = claims.unit_code
