-- Parks by indicator and verdict, and why nobody can tell for the rest.
select
    found.indicator_code,
    coalesce(min(names.name_zh), found.indicator_code) as name_zh,
    coalesce(min(names.name_en), found.indicator_code) as name_en,
    count(*) as park_count,
    count(*) filter (where found.status_code = 'met') as park_count_met,
    count(*) filter (where found.status_code = 'not_met') as park_count_not_met,
    count(*) filter (
        where found.not_determined_reason_code = 'variants_disagree'
    ) as park_count_variants_disagree,
    count(*) filter (where found.not_determined_reason_code = 'below_threshold_range') as park_count_below,
    count(*) filter (
        where
            found.not_determined_reason_code is not null
            and found.not_determined_reason_code not in ('variants_disagree', 'below_threshold_range')
    ) as park_count_incomplete
from mart_park_indicator as found
left join
    (
        select distinct indicator_code, name_zh, name_en from seed_indicator_thresholds
    ) as names on found.indicator_code = names.indicator_code
where found.boundary_code = $boundary and found.reference_year = $year
group by found.indicator_code
order by case when found.indicator_code = 'N-C1' then 0 else 1 end, found.indicator_code
