-- What the build noticed in the data of the year, by kind: how often, in how many parks.
select
    findings.finding_code,
    coalesce(min(kinds.name_zh), findings.finding_code) as name_zh,
    coalesce(min(kinds.name_en), findings.finding_code) as name_en,
    count(distinct findings.park_code) as park_count,
    count(*) as finding_count
from mart_findings as findings
left join
    seed_code_lists as kinds
    on findings.finding_code = kinds.code
    and kinds.list_code = 'build_findings'
where findings.reference_year = $year and findings.boundary_code = $boundary
group by findings.finding_code
order by cast(min(kinds.sort_order) as integer) nulls last, findings.finding_code
