-- zh: 消费侧与供应侧能耗之差（只列填报了购进、生产、库存或销售的园区）
-- en: Energy by use and by supply, and their difference (parks that report purchases, production, stocks or sales)
select
    parks.park_code, parks.park_name_zh, energy.energy_tce, energy.supply_tce, energy.difference_tce,
    energy.is_partial
from mart_park_energy_year as energy
inner join dim_parks as parks using (reference_year, park_code)
where
    energy.reference_year = 2025
    and energy.boundary_code = 'physical'
    and energy.energy_method_code = 'EN-CAL-F'
    and energy.supply_tce is not null
order by abs(energy.difference_tce) desc, parks.park_code;
