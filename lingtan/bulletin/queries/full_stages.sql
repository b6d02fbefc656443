-- How many parks reach each stage of net zero by market: of these by location too, and without offsets.
select
    found.stage_code,
    coalesce(min(stages.name_zh), found.stage_code) as name_zh,
    coalesce(min(stages.name_en), found.stage_code) as name_en,
    count(*) as park_count_registered,
    count(*) filter (where found.status_code = 'reached') as park_count_reached,
    count(*) filter (
        where found.status_code = 'reached' and found.status_beside_code = 'reached'
    ) as park_count_beside,
    count(*) filter (
        where found.status_code = 'reached' and found.status_without_offsets_code = 'reached'
    ) as park_count_without_offsets,
    count(*) filter (where found.status_code = 'not_reached') as park_count_not_reached,
    count(*) filter (where found.status_code = 'not_determined') as park_count_not_determined
from mart_park_stage_year as found
left join seed_stages as stages on found.stage_code = stages.stage_code
where found.method_code = $method and found.boundary_code = $boundary and found.reference_year = $year
group by found.stage_code
order by cast(min(stages.sort_order) as integer) nulls last, found.stage_code
