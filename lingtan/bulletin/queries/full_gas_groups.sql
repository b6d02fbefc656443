-- Scope 1 of the parks by gas group, all components together; a group that no park reports is not there.
with
    groups as (
        select gas_group_code, min(cast(sort_order as integer)) as sort_order
        from seed_gases
        group by gas_group_code
    )

select
    national.gas_group_code,
    coalesce(min(gases.name_zh), national.gas_group_code) as name_zh,
    coalesce(min(gases.name_en), national.gas_group_code) as name_en,
    sum(national.emission_tco2e) as emission_tco2e,
    cast(sum(national.not_estimated_count) as bigint) as not_estimated_count
from mart_national_year as national
left join seed_gases as gases on national.gas_group_code = gases.gas_code
left join groups on national.gas_group_code = groups.gas_group_code
where
    national.method_code = $method
    and national.boundary_code = $boundary
    and national.reference_year = $year
    and national.scope_code = '1'
group by national.gas_group_code
order by min(groups.sort_order) nulls last, national.gas_group_code
