-- zh: 各园区一年的排放：一种方法、一种边界，GHGI 按范围二口径各一行，附是否不完整。
-- en: Emissions of every park in a year by one method and boundary; GHGI has a row a scope 2 basis; partial or not.
-- kind: answer
-- call: from park_emissions(2025, 'CN-NZCP-2025', 'physical')
create macro park_emissions(year, method, boundary) as table
    select
        parks.province_code, parks.park_code, parks.park_name_zh, totals.scope2_basis_code,
        totals.emission_tco2e, totals.not_estimated_count, totals.is_partial
    from mart_park_year as totals
    inner join dim_parks as parks using (reference_year, park_code)
    where
        totals.reference_year = only_one_year(year)
        and totals.method_code = only_one_method(method)
        and totals.boundary_code = only_one_boundary(boundary)
    order by parks.province_code, parks.park_code, totals.scope2_basis_code
