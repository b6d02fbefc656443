{{ config(materialized="table") }}

-- One category of a park: what was screened as relevant and how much of that is covered. Without an estimate
-- of one relevant line nobody can tell the share.
select
    reference_year,
    park_code,
    boundary_code,
    method_code,
    scope3_category_code,
    max(case when is_relevant then 1 else 0 end) = 1 as is_relevant,
    cast(count(case when is_relevant then 1 end) as bigint) as line_count,
    cast(
        count(case when is_relevant and screened_tco2e is null then 1 end) as bigint
    ) as unscreened_line_count,
    cast(sum(case when is_relevant then screened_tco2e end) as decimal(26, 6)) as screened_tco2e,
    cast(sum(case when is_relevant and is_covered then screened_tco2e end) as decimal(26, 6)) as covered_tco2e
from {{ ref("int_scope3__screened") }}
group by reference_year, park_code, boundary_code, method_code, scope3_category_code
