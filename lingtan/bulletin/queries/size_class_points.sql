-- Where the points of the chart lie: parks at the same place, to two decimals, share one point, so that the chart
-- stays small however many parks there are.
select
    energy_method_code,
    size_class_code,
    is_partial,
    round(carbon_per_energy, 2) as carbon_per_energy,
    count(*) as park_count
from mart_carbon_per_energy
where
    method_code = $method
    and boundary_code = $boundary
    and reference_year = $year
    and carbon_per_energy is not null
    and size_class_code is not null
group by energy_method_code, size_class_code, is_partial, round(carbon_per_energy, 2)
order by energy_method_code, size_class_code, is_partial, carbon_per_energy
