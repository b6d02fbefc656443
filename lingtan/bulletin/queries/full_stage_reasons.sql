-- Why nobody can tell whether parks reach a stage: a row a reason and stage.
select
    found.reason_code,
    coalesce(min(names.name_zh), found.reason_code) as name_zh,
    coalesce(min(names.name_en), found.reason_code) as name_en,
    found.stage_code,
    count(distinct found.park_code) as park_count
from mart_park_stage_year as found
left join
    seed_code_lists as names
    on found.reason_code = names.code
    and names.list_code in ('not_estimated_reasons', 'not_determined_reasons')
where
    found.method_code = $method
    and found.boundary_code = $boundary
    and found.reference_year = $year
    and found.status_code = 'not_determined'
group by found.reason_code, found.stage_code
order by sum(count(distinct found.park_code)) over (partition by found.reason_code) desc, found.reason_code
