-- zh: 哪些园区的单位能耗碳排放在限值以下，相差多少（不作达标结论；is_partial 的结果不完整）
-- en: Which parks are below the threshold of carbon per energy, and how far off (no verdict; partial results lack lines)
select
    parks.park_code, parks.park_name_zh, ratios.size_class_code, ratios.carbon_per_energy,
    ratios.threshold_value, ratios.difference, ratios.difference <= 0 as is_below, ratios.is_partial
from mart_carbon_per_energy as ratios
inner join dim_parks as parks using (reference_year, park_code)
where
    ratios.reference_year = 2025
    and ratios.boundary_code = 'physical'
    and ratios.energy_method_code = 'EN-CAL-F'
    and ratios.difference is not null
order by ratios.difference;
