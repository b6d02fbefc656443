-- Reporting provinces in whose registers no park stands for the year.
select provinces.short_name_zh as name_zh, provinces.name_en
from seed_provinces as provinces
left join dim_parks as parks on provinces.province_code = parks.province_code and parks.reference_year = $year
where parks.park_code is null and (provinces.is_mainland = 'true')
order by cast(provinces.sort_order as integer)
