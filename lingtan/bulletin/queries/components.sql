-- Sum of park results by component: one row a year and component, in the order of the components. How many parks have
-- lines in a component tells a sum that is not estimated from one that nobody reported anything for (L7).
with
    lines as (
        select
            reference_year,
            component_code,
            count(*) as park_count_lines,
            count(*) filter (where is_partial) as park_count_partial
        from mart_park_component_year
        where method_code = $method and boundary_code = $boundary
        group by reference_year, component_code
    )

select
    national.reference_year,
    national.component_code,
    coalesce(components.name_zh, national.component_code) as name_zh,
    coalesce(components.name_en, national.component_code) as name_en,
    national.emission_tco2e,
    coalesce(lines.park_count_lines, 0) as park_count_lines,
    coalesce(lines.park_count_partial, 0) as park_count_partial
from mart_national_year as national
left join
    lines
    on national.reference_year = lines.reference_year
    and national.component_code = lines.component_code
left join
    seed_components as components
    on national.component_code = components.component_code
    and national.method_code = components.method_code
where national.method_code = $method and national.boundary_code = $boundary
order by cast(components.sort_order as integer) nulls last, national.component_code, national.reference_year
