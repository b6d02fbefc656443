-- Provinces that sent no inventory for the year.
select provinces.short_name_zh as name_zh, provinces.name_en
from seed_provinces as provinces
left join
    mart_province_inventory_year as inventories
    on provinces.province_code = inventories.province_code
    and inventories.reference_year = $year
    and inventories.method_code = $method
where inventories.province_code is null and provinces.is_mainland = 'true' and provinces.iso_3166_2_code is not null
order by cast(provinces.sort_order as integer)
