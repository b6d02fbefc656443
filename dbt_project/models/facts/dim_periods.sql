select
    periods.submission_id,
    periods.boundary_code,
    periods.reference_year,
    periods.park_code,
    periods.province_code,
    periods.period_code,
    cast(periods.first_month as integer) as first_month,
    cast(periods.last_month as integer) as last_month,
    spans.period_basis_code,
    periods.year_source_code,
    periods.is_counted,
    periods.is_compared,
    periods.is_at_hand
from {{ ref("int_periods__boundaries") }} as periods
inner join
    {{ ref("int_periods__counted") }} as spans
    on periods.submission_id = spans.submission_id
    and periods.boundary_code = spans.boundary_code
