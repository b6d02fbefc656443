-- The cells of the nation and of the provinces by how much of them rests on reference rows nobody compared with their
-- document. An inventory of a province has no boundary.
select
    reference_year,
    figure_level_code,
    area_code as province_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    absolute_tco2e,
    unverified_tco2e,
    unverified_row_count
from mart_unverified_year
where figure_level_code in ('nation', 'province') and method_code = $method and boundary_code = $boundary
order by all
