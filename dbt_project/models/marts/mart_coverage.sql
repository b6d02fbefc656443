with
    -- Terms that are not estimated. An internal line is none for its
    -- park. Energy counts by its size: what was sent is missing from
    -- a total as much as what was received; the two must not cancel.
    not_estimated as (
        select
            lines.reference_year,
            lines.province_code,
            lines.park_code,
            lines.method_code,
            lines.term_code,
            lines.not_estimated_reason_code as reason_code,
            cast(abs(energy.energy_tce) as decimal(26, 12)) as energy_tce
        from {{ ref("fct_emissions") }} as lines
        left join
            {{ ref("fct_energy") }} as energy
            on lines.submission_id = energy.submission_id
            and lines.table_name = energy.table_name
            and lines.line_id = energy.line_id
            and energy.energy_method_code = 'EN-CAL-F'
            and energy.entry_kind_code = 'own'
        left join
            {{ ref("fct_emissions") }} as eliminations
            on lines.not_estimated_reason_code is not null
            and lines.submission_id = eliminations.submission_id
            and lines.table_name = eliminations.table_name
            and lines.line_id = eliminations.line_id
            and lines.method_code = eliminations.method_code
            and lines.method_version = eliminations.method_version
            and lines.term_code = eliminations.term_code
            and eliminations.entry_kind_code = 'elimination'
        where
            lines.not_estimated_reason_code is not null
            and lines.entry_kind_code = 'own'
            and not lines.is_memo
            and eliminations.line_id is null
    ),

    silent as (
        select
            parks.reference_year,
            parks.province_code,
            parks.park_code,
            methods.method_code,
            'NA' as term_code,
            'not_reported' as reason_code,
            cast(null as decimal(26, 12)) as energy_tce
        from {{ ref("dim_parks") }} as parks
        inner join {{ ref("int_methods__planned") }} as methods on methods.is_park_method
        where not parks.has_return
    ),

    empty as (
        select
            results.reference_year,
            results.province_code,
            results.park_code,
            results.method_code,
            'NA' as term_code,
            'no_activity_reported' as reason_code,
            cast(null as decimal(26, 12)) as energy_tce
        from {{ ref("mart_park_year") }} as results
        left join
            {{ ref("mart_park_component_year") }} as components
            on results.reference_year = components.reference_year
            and results.park_code = components.park_code
            and results.method_code = components.method_code
        where components.park_code is null
    ),

    gaps as (
        select *
        from not_estimated
        union all
        select *, cast(null as decimal(26, 12)) as energy_tce
        from {{ ref("int_gaps__refused") }}
        union all
        select *, cast(null as decimal(26, 12)) as energy_tce
        from {{ ref("int_gaps__declared") }}
        union all
        select *
        from silent
        union all
        select *
        from empty
    ),

    reasons as (
        select code as reason_code, name_zh, name_en
        from {{ ref("code_lists") }}
        where list_code = 'not_estimated_reasons'
    )

select
    gaps.reference_year,
    gaps.province_code,
    gaps.park_code,
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
from gaps
left join reasons on gaps.reason_code = reasons.reason_code
left join {{ source("plan", "rules") }} as rules on gaps.reason_code = rules.rule_id
group by
    gaps.reference_year,
    gaps.province_code,
    gaps.park_code,
    gaps.method_code,
    gaps.term_code,
    gaps.reason_code
