-- Green power of the parks in the year: cleared with certificates, reported as traded without their serials, and
-- claimed beyond what they can cover. A unit that a nested park and the park around it both state is in each
-- figure once, as the park around it states it.
with
    nested as (
        select distinct park_code, unit_code
        from fct_units
        where reference_year = $year and boundary_code = $boundary and counted_park_code is not null
    ),

    power as (
        select sum(lines.power_mwh) as green_power_mwh
        from fct_power_heat as lines
        anti join nested on lines.park_code = nested.park_code and lines.unit_code = nested.unit_code
        where
            lines.reference_year = $year
            and lines.boundary_code = $boundary
            and lines.direction_code = 'received'
            and lines.kind_code in ('E-GT', 'E-GEC')
            and not lines.is_internal
    ),

    findings as (
        select
            sum(difference) filter (where finding_code = 'trade_without_serials') as without_serials_mwh,
            sum(difference) filter (where finding_code = 'claims_exceed_consumption') as claims_left_mwh
        from mart_findings as told
        anti join nested on told.park_code = nested.park_code and told.subject_code = nested.unit_code
        where reference_year = $year and boundary_code = $boundary
    )

select
    coalesce(power.green_power_mwh, 0) as green_power_mwh,
    coalesce(findings.without_serials_mwh, 0) as without_serials_mwh,
    coalesce(findings.claims_left_mwh, 0) as claims_left_mwh
from power
cross join findings
