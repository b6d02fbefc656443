-- Categories of the value chain over parks, as counts alone: scope 3 is never summed over parks.
select
    found.scope3_category_code,
    coalesce(min(categories.name_zh), found.scope3_category_code) as name_zh,
    coalesce(min(categories.name_en), found.scope3_category_code) as name_en,
    count(*) filter (where found.relevance_code = 'relevant') as park_count_relevant,
    count(*) filter (where found.scope3_coverage_ratio = 1) as park_count_covered,
    count(*) filter (where found.scope3_coverage_ratio < 1) as park_count_part_covered,
    count(*) filter (
        where found.relevance_code = 'relevant' and found.scope3_coverage_ratio is null
    ) as park_count_unknown,
    count(*) filter (where found.relevance_code = 'not_relevant') as park_count_not_relevant,
    count(*) filter (where found.has_overlap) as park_count_overlap
from mart_park_scope3_year as found
left join
    seed_scope3_categories as categories
    on found.scope3_category_code = categories.scope3_category_code
where
    found.method_code = $method
    and found.boundary_code = $boundary
    and found.reference_year = $year
    and found.scope2_basis_code = 'market'
group by found.scope3_category_code
order by found.scope3_category_code
