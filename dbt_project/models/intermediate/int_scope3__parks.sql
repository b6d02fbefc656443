-- The value chain of a park: how many categories were screened, and the share of the screened relevant
-- emission that is covered. It is complete where every category was screened and nothing relevant is
-- left out.
with
    categories as (select cast(count(*) as bigint) as category_count from {{ ref("scope3_categories") }}),

    sums as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            cast(count(*) as bigint) as screened_category_count,
            cast(sum(unscreened_line_count) as bigint) as unscreened_line_count,
            cast(coalesce(sum(screened_tco2e), 0) as decimal(26, 6)) as screened_tco2e,
            cast(coalesce(sum(covered_tco2e), 0) as decimal(26, 6)) as covered_tco2e
        from {{ ref("int_scope3__categories") }}
        group by reference_year, park_code, boundary_code, method_code
    )

select
    sums.reference_year,
    sums.park_code,
    sums.boundary_code,
    sums.method_code,
    sums.screened_category_count,
    sums.screened_tco2e,
    sums.covered_tco2e,
    sums.screened_category_count = categories.category_count
    and sums.unscreened_line_count = 0 as is_screened_whole,
    case
        when sums.unscreened_line_count = 0
        then
            cast(
                {{ lingtan.exact_ratio("sums.covered_tco2e", 6, "sums.screened_tco2e", 6, 6) }} as decimal(
                    26, 12
                )
            )
    end as scope3_coverage_ratio
from sums
cross join categories
