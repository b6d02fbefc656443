-- Sum of park results by province and component, for the cells of the table by province.
with
    lines as (
        select
            reference_year,
            province_code,
            component_code,
            count(*) as park_count_lines,
            count(*) filter (where is_partial) as park_count_partial
        from mart_park_component_year
        where method_code = $method and boundary_code = $boundary
        group by reference_year, province_code, component_code
    )

select
    provinces.province_code,
    provinces.component_code,
    provinces.emission_tco2e,
    coalesce(lines.park_count_lines, 0) as park_count_lines,
    coalesce(lines.park_count_partial, 0) as park_count_partial
from mart_province_year as provinces
left join
    lines
    on provinces.reference_year = lines.reference_year
    and provinces.province_code = lines.province_code
    and provinces.component_code = lines.component_code
where
    provinces.method_code = $method
    and provinces.boundary_code = $boundary
    and provinces.reference_year = $year
order by provinces.province_code, provinces.component_code
