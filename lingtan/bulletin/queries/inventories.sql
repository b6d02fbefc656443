-- Provincial inventories of a year, largest first.
select
    inventories.province_code,
    coalesce(provinces.short_name_zh, inventories.province_code) as name_zh,
    coalesce(provinces.name_en, inventories.province_code) as name_en,
    inventories.emission_tco2e,
    inventories.not_estimated_count,
    inventories.is_partial
from mart_province_inventory_year as inventories
left join seed_provinces as provinces on inventories.province_code = provinces.province_code
where inventories.method_code = $method and inventories.reference_year = $year
order by inventories.emission_tco2e desc nulls last, inventories.province_code
