-- zh: 范围一排放最多的十个行业大类；单位、园区各计一次（上级园区已列报的不再计），not_estimated_count 为缺结果的报送行数
-- en: The ten industry divisions with the largest scope 1 emissions; units (of nested parks too) and parks once, and lines
-- en: without a result
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
            and not exists (
                select 1
                from fct_units as units
                where
                    units.submission_id = fct_emissions.submission_id
                    and units.boundary_code = fct_emissions.boundary_code
                    and units.unit_code = fct_emissions.unit_code
                    and units.counted_park_code is not null
            )
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
