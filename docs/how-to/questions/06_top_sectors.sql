-- zh: 范围一排放最多的十个行业大类；单位、园区各计一次，not_estimated_count 为缺结果的报送行数
-- en: The ten industry divisions with the largest scope 1 emissions; units and parks once, and lines without a result
with
    entries as (
        select
            industry_division_code, park_code, park_code || '/' || unit_code as unit_key,
            submission_id || '/' || table_name || '/' || line_id as line_key, emission_tco2e
        from fct_emissions
        where
            reference_year = 2025
            and boundary_code = 'physical'
            and method_code = 'GHGI'
            and scope_code = '1'
            and view_code in ('unit', 'park')
            and not is_memo
    )

select
    entries.industry_division_code, names.name_zh, names.name_en,
    sum(entries.emission_tco2e) as emission_tco2e,
    count(distinct entries.unit_key) as unit_count,
    count(distinct entries.park_code) as park_count,
    count(distinct entries.line_key) filter (where entries.emission_tco2e is null) as not_estimated_count
from entries
left join
    code_names as names
    on names.list_code = 'industries'
    and names.code = entries.industry_division_code
group by entries.industry_division_code, names.name_zh, names.name_en
having sum(entries.emission_tco2e) is not null
order by emission_tco2e desc
limit 10;
