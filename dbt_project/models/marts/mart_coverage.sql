with
    reasons as (
        select code as reason_code, name_zh, name_en
        from {{ ref("code_lists") }}
        where list_code = 'not_estimated_reasons'
    )

select
    gaps.reference_year,
    gaps.province_code,
    gaps.park_code,
    gaps.boundary_code,
    gaps.method_code,
    gaps.term_code,
    gaps.reason_code,
    cast(count(*) as bigint) as line_count,
    cast(
        case when count(gaps.energy_tce) = count(*) then sum(gaps.energy_tce) end as decimal(38, 12)
    ) as energy_tce,
    coalesce(
        min(reasons.name_zh), '该行未通过审核：' || coalesce(min(rules.title_zh), gaps.reason_code)
    ) as reason_zh,
    coalesce(
        min(reasons.name_en), 'The row was refused: ' || coalesce(min(rules.title_en), gaps.reason_code)
    ) as reason_en
from {{ ref("fct_gaps") }} as gaps
left join reasons on gaps.reason_code = reasons.reason_code
left join {{ source("plan", "rules") }} as rules on gaps.reason_code = rules.rule_id
group by
    gaps.reference_year,
    gaps.province_code,
    gaps.park_code,
    gaps.boundary_code,
    gaps.method_code,
    gaps.term_code,
    gaps.reason_code
