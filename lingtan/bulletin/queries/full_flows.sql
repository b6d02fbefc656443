-- Production and consumption of all parks together, a row a basis of scope 2.
select
    scope2_basis_code,
    production_tco2e,
    received_tco2e,
    resold_tco2e,
    own_generation_sent_tco2e,
    consumption_tco2e,
    not_estimated_count,
    park_count_registered,
    park_count_reported,
    park_count_partial,
    is_partial
from mart_production_consumption
where area_code = 'CN' and method_code = $method and boundary_code = $boundary and reference_year = $year
order by scope2_basis_code
