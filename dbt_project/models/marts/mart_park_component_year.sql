-- Location and market are two views of one scope 2; a sum takes one of them, never both.
select
    reference_year,
    park_code,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    province_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count,
    sum(not_estimated_count) > 0 as is_partial
from {{ ref("int_results__cells") }}
where not is_memo and view_code = 'park'
group by
    reference_year,
    park_code,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    province_code
