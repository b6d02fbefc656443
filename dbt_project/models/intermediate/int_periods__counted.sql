-- Which returns are a park's year in each boundary they report (L6): the annual one,
-- else the periods that tile it. Where both exist the tiles are only compared with it. Periods that
-- are at hand, whether they make a year or not, are what the quick estimates are made of.
with
    years as (
        select
            reference_year,
            park_code,
            boundary_code,
            case
                when max(case when period_type_code = 'year' then 1 else 0 end) = 1
                then 'annual'
                when max(case when is_tile then 1 else 0 end) = 0
                then 'incomplete'
                when max(months_to_date) = 12
                then 'year_to_date'
                else 'periods'
            end as year_source_code
        from {{ ref("int_periods__tiled") }}
        group by reference_year, park_code, boundary_code
    )

select
    periods.submission_id,
    periods.boundary_code,
    periods.reference_year,
    periods.park_code,
    periods.period_code,
    periods.period_basis_code,
    periods.period_type_code,
    periods.first_month,
    periods.last_month,
    years.year_source_code,
    case
        when years.year_source_code = 'annual' then periods.period_type_code = 'year' else periods.is_tile
    end as is_counted,
    years.year_source_code = 'annual' and periods.is_tile as is_compared,
    periods.is_at_hand
from {{ ref("int_periods__tiled") }} as periods
inner join
    years
    on periods.reference_year = years.reference_year
    and periods.park_code = years.park_code
    and periods.boundary_code = years.boundary_code
