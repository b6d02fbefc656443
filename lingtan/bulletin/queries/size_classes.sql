-- Carbon per energy by energy variant and size class: how many parks, the range, the median of peers, the threshold.
with
    medians as (
        select reference_year, energy_method_code, size_class_code, max(peer_median) as peer_median
        from cmp_peer_position
        where method_code = $method and boundary_code = $boundary
        group by reference_year, energy_method_code, size_class_code
    ),

    -- Parks whose emissions rest on factors not verified; energy has its own, by variant.
    unverified as (
        select distinct reference_year, park_code
        from mart_unverified_year
        where
            figure_level_code = 'park'
            and method_code = $method
            and boundary_code = $boundary
            and not is_memo
            and unverified_row_count > 0
    )

select
    parks.energy_method_code,
    coalesce(min(variants.name_zh), parks.energy_method_code) as variant_zh,
    coalesce(min(variants.name_en), parks.energy_method_code) as variant_en,
    parks.size_class_code,
    coalesce(min(classes.name_zh), parks.size_class_code) as name_zh,
    coalesce(min(classes.name_en), parks.size_class_code) as name_en,
    count(parks.carbon_per_energy) as park_count_value,
    count(parks.carbon_per_energy) filter (where parks.is_partial) as park_count_partial,
    count(parks.carbon_per_energy) filter (
        where emissions.park_code is not null or energy.unverified_row_count > 0
    ) as park_count_unverified,
    min(parks.carbon_per_energy) as lowest,
    max(medians.peer_median) as peer_median,
    max(parks.carbon_per_energy) as highest,
    max(parks.threshold_value) as threshold_value
from mart_carbon_per_energy as parks
left join
    medians
    on parks.reference_year = medians.reference_year
    and parks.energy_method_code = medians.energy_method_code
    and parks.size_class_code = medians.size_class_code
left join
    unverified as emissions
    on parks.reference_year = emissions.reference_year
    and parks.park_code = emissions.park_code
left join
    mart_unverified_energy_year as energy
    on parks.reference_year = energy.reference_year
    and parks.park_code = energy.park_code
    and parks.boundary_code = energy.boundary_code
    and parks.energy_method_code = energy.energy_method_code
    and energy.side_code = 'use'
left join seed_energy_methods as variants on parks.energy_method_code = variants.energy_method_code
left join
    seed_code_lists as classes
    on parks.size_class_code = classes.code
    and classes.list_code = 'size_classes'
where
    parks.method_code = $method
    and parks.boundary_code = $boundary
    and parks.reference_year = $year
    and parks.carbon_per_energy is not null
    and parks.size_class_code is not null
group by parks.energy_method_code, parks.size_class_code
order by parks.energy_method_code, cast(min(classes.sort_order) as integer) nulls last, parks.size_class_code
