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

select distinct
    periods.reference_year,
    periods.park_code,
    periods.boundary_code,
    periods.province_code,
    'direct_lines_exceed_supply' as finding_code,
    sides.subject_code,
    cast(sides.claimed_mwh as decimal(38, 12)) as value_a,
    cast(sides.supplied_mwh as decimal(38, 12)) as value_b,
    cast(sides.claimed_mwh - sides.supplied_mwh as decimal(38, 12)) as difference,
    'MWh' as unit_code
from sides
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on sides.submission_id = periods.submission_id
    and periods.is_counted
left join
    {{ ref("int_units__boundaries") }} as units
    on sides.submission_id = units.submission_id
    and periods.boundary_code = units.boundary_code
    and sides.unit_code = units.unit_code
where not coalesce(units.is_outside, false)
