{{ config(materialized="ephemeral") }}

-- Suppliers over direct lines of which more was received than they sent (int_claims__direct): one row for the
-- park of the supplier, and one for every line that is blocked by it.
with
    blocked as (
        select * from {{ ref("int_claims__direct") }} where claim_outcome_code = 'exceeds_direct_supply'
    ),

    sides as (
        select
            periods.submission_id,
            'direct line ' || blocked.supplier_code as subject_code,
            cast(null as string) as unit_code,
            blocked.claimed_mwh,
            blocked.supplied_mwh
        from blocked
        inner join
            {{ ref("int_periods__counted") }} as periods
            on blocked.supplier_park_code = periods.park_code
            and blocked.reference_year = periods.reference_year
            and periods.is_counted
        union all
        select
            submission_id,
            unit_code || '/' || line_id || ' = direct line ' || supplier_code as subject_code,
            unit_code,
            claimed_mwh,
            supplied_mwh
        from blocked
    )

    {{ lingtan.claims_beyond_source("direct_lines_exceed_supply", "supplied_mwh") }}
