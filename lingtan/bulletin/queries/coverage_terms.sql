-- The same by term: which quantities the reasons concern.
with
    terms as (
        select term_code, min(name_zh) as name_zh, min(name_en) as name_en
        from dim_terms
        where method_code = $method
        group by term_code
    )

select
    coverage.term_code,
    coalesce(min(terms.name_zh), coverage.term_code) as name_zh,
    coalesce(min(terms.name_en), coverage.term_code) as name_en,
    coverage.reason_code,
    min(coverage.reason_zh) as reason_zh,
    min(coverage.reason_en) as reason_en,
    count(distinct coverage.park_code) as park_count,
    sum(coverage.line_count)::bigint as line_count,
    sum(coverage.energy_tce) as energy_tce,
    coalesce(sum(coverage.line_count) filter (where coverage.energy_tce is null), 0)::bigint
        as line_count_energy_unknown
from mart_coverage as coverage
left join terms on coverage.term_code = terms.term_code
where
    coverage.reference_year = $year
    and coverage.method_code = $method
    and coverage.boundary_code = $boundary
    and coverage.reason_code not in (
        'not_reported',
        'no_activity_reported',
        'periods_incomplete',
        'boundary_not_reported'
    )
group by coverage.term_code, coverage.reason_code
order by energy_tce desc nulls last, line_count desc nulls last, coverage.term_code, coverage.reason_code
