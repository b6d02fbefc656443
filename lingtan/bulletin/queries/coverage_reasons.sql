-- Why results lack something: parks, lines and the energy concerned, by reason, largest energy first. Some reasons concern
-- a whole return, so that there are no lines to count. What is sent out or recovered counts negative in the energy of a
-- park; here it is energy concerned like any other, and gaps must not cancel each other.
select
    reason_code,
    min(reason_zh) as name_zh,
    min(reason_en) as name_en,
    reason_code not in (
        'not_reported',
        'no_activity_reported',
        'periods_incomplete',
        'boundary_not_reported'
    ) as concerns_lines,
    count(distinct park_code) as park_count,
    sum(line_count)::bigint as line_count,
    sum(energy_tce) as energy_tce,
    coalesce(sum(line_count) filter (where energy_tce is null), 0)::bigint as line_count_energy_unknown
from mart_coverage
where reference_year = $year and method_code = $method and boundary_code = $boundary
group by reason_code
order by energy_tce desc nulls last, line_count desc nulls last, reason_code
