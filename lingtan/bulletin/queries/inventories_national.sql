-- Sum of the provincial inventories by year.
select reference_year, emission_tco2e, province_count, not_estimated_count, is_partial
from mart_national_inventory_year
where method_code = $method
order by reference_year
