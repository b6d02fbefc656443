-- Why a comparison with the threshold is not determined: parks by energy variant and reason.
select
    parks.energy_method_code,
    coalesce(min(variants.name_zh), parks.energy_method_code) as variant_zh,
    coalesce(min(variants.name_en), parks.energy_method_code) as variant_en,
    parks.not_determined_reason_code as reason_code,
    coalesce(min(reasons.name_zh), parks.not_determined_reason_code) as reason_zh,
    coalesce(min(reasons.name_en), parks.not_determined_reason_code) as reason_en,
    count(*) as park_count,
    count(parks.carbon_per_energy) as park_count_value
from mart_carbon_per_energy as parks
left join seed_energy_methods as variants on parks.energy_method_code = variants.energy_method_code
left join
    seed_code_lists as reasons
    on parks.not_determined_reason_code = reasons.code
    and reasons.list_code = 'not_determined_reasons'
where
    parks.method_code = $method
    and parks.boundary_code = $boundary
    and parks.reference_year = $year
    and parks.not_determined_reason_code is not null
group by parks.energy_method_code, parks.not_determined_reason_code
order by parks.energy_method_code, cast(min(reasons.sort_order) as integer) nulls last, reason_code
