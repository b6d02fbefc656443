-- The cells of each province and of the nation (CN): own entries with the eliminations up
-- to the area's view, so that what one park sends another of the area is in no total (L6).
select
    reference_year,
    province_code as area_code,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    is_sent,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count
from {{ ref("int_results__cells") }}
where view_code in ('park', 'province')
group by
    reference_year,
    province_code,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    is_sent
union all
select
    reference_year,
    'CN' as area_code,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    is_sent,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count
from {{ ref("int_results__cells") }}
group by
    reference_year,
    boundary_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    is_sent
