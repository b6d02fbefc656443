-- zh: 全国一年各行业大类的排放，由大到小：一种方法、一种边界。GHGI 只有范围一。
-- zh: not_estimated_count 不为零即不完整；同一单位会出现在多行，单位数见查询 06。
-- en: Emissions of the nation in a year by industry division, largest first, by one method and boundary; GHGI: scope 1.
-- en: Incomplete where not_estimated_count is above 0. A unit stands behind several rows: question 06 counts them.
-- kind: answer
-- call: from sectors(2025, 'GHGI', 'physical')
create macro sectors(year, method, boundary) as table
    select
        industry_division_code, scope_code, component_code, sum(emission_tco2e) as emission_tco2e,
        sum(not_estimated_count) as not_estimated_count
    from mart_sector_year
    where
        reference_year = only_one_year(year)
        and province_code = 'CN'
        and method_code = only_one_method(method)
        and boundary_code = only_one_boundary(boundary)
    group by industry_division_code, scope_code, component_code
    order by emission_tco2e desc nulls last, industry_division_code, component_code
