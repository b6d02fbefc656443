-- Green power of the parks in the year: cleared with certificates, reported as traded without their serials, and
-- claimed beyond what they can cover.
with
    power as (
        select sum(green_power_mwh) as green_power_mwh
        from mart_park_profile
        where reference_year = $year and boundary_code = $boundary
    ),

    findings as (
        select
            sum(difference) filter (where finding_code = 'trade_without_serials') as without_serials_mwh,
            sum(difference) filter (where finding_code = 'claims_exceed_consumption') as claims_left_mwh
        from mart_findings
        where reference_year = $year and boundary_code = $boundary
    )

select
    coalesce(power.green_power_mwh, 0) as green_power_mwh,
    coalesce(findings.without_serials_mwh, 0) as without_serials_mwh,
    coalesce(findings.claims_left_mwh, 0) as claims_left_mwh
from power
cross join findings
