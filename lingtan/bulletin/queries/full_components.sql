-- Components of the full inventory summed over parks: a row a scope, basis and component, all gases together.
select
    national.scope_code,
    national.scope2_basis_code,
    national.component_code,
    coalesce(min(components.name_zh), national.component_code) as name_zh,
    coalesce(min(components.name_en), national.component_code) as name_en,
    sum(national.emission_tco2e) as emission_tco2e,
    cast(sum(national.not_estimated_count) as bigint) as not_estimated_count
from mart_national_year as national
left join
    seed_components as components
    on national.component_code = components.component_code
    and national.method_code = components.method_code
where national.method_code = $method and national.boundary_code = $boundary and national.reference_year = $year
group by national.scope_code, national.scope2_basis_code, national.component_code
order by
    cast(min(components.sort_order) as integer) nulls last, national.component_code, national.scope2_basis_code
