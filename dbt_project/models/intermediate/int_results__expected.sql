-- Every park and boundary for which results are due: those with a counted return, out of how many
-- returns, with how many refused rows. What no line gives is then null with a name (L7).
select
    periods.reference_year,
    periods.park_code,
    periods.province_code,
    periods.boundary_code,
    cast(count(*) as bigint) as submission_count,
    cast(sum(planned.rows_refused) as bigint) as rows_refused
from {{ ref("int_periods__boundaries") }} as periods
inner join {{ ref("stg_plan__submissions") }} as planned on periods.submission_id = planned.submission_id
where periods.is_counted
group by periods.reference_year, periods.park_code, periods.province_code, periods.boundary_code
