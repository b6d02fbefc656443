-- zh: 范围一排放最多的十个行业大类
-- en: The ten industry divisions with the largest scope 1 emissions
select
    sectors.industry_division_code, names.name_zh, names.name_en,
    sum(sectors.emission_tco2e) as emission_tco2e, max(sectors.unit_count) as unit_count
from mart_sector_year as sectors
left join
    code_names as names
    on names.list_code = 'industries'
    and names.code = sectors.industry_division_code
where
    sectors.reference_year = 2025
    and sectors.province_code = 'CN'
    and sectors.boundary_code = 'physical'
    and sectors.method_code = 'GHGI'
    and sectors.scope_code = '1'
group by sectors.industry_division_code, names.name_zh, names.name_en
having sum(sectors.emission_tco2e) is not null
order by emission_tco2e desc
limit 10;
