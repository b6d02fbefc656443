-- The released figures of one build ({side}): cells and totals of parks, provinces and the nation, and energy of parks.
-- The headline is what the bulletin opens with: the sum of park results in the boundary that the plan names.
with
    cells as (
        select 'park' as figure_level_code, province_code as area_code, *
        from {side}_mart_park_component_year
        union all by name
        select 'province' as figure_level_code, province_code as area_code, *
        from {side}_mart_province_year
        union all by name
        select 'nation' as figure_level_code, 'CN' as area_code, *
        from {side}_mart_national_year
    ),

    headline as (
        select reference_year, figure_level_code, area_code, sum(emission_tco2e) as amount
        from cells
        where method_code = 'CN-NZCP-2025' and figure_level_code <> 'park' and boundary_code = $boundary
        group by reference_year, figure_level_code, area_code
    ),

    flows as (
        select *, case when area_code = 'CN' then 'nation' else 'province' end as figure_level_code
        from {side}_mart_production_consumption
    ),

    figures as (
        select
            reference_year, figure_level_code, area_code, park_code, boundary_code, method_code, 'cell' as figure_code,
            scope_code, scope2_basis_code, component_code, gas_group_code, 'tCO2e' as unit, emission_tco2e as amount
        from cells
        union all by name
        select
            reference_year, 'park' as figure_level_code, province_code as area_code, park_code, boundary_code,
            method_code, 'total' as figure_code, scope2_basis_code, 'tCO2e' as unit, emission_tco2e as amount
        from {side}_mart_park_year
        union all by name
        select reference_year, figure_level_code, area_code, 'headline' as figure_code, 'tCO2e' as unit, amount
        from headline
        union all by name
        -- Scope 1 alone: the same on both bases.
        select distinct
            reference_year, figure_level_code, area_code, boundary_code, method_code, 'production' as figure_code,
            'tCO2e' as unit, production_tco2e as amount
        from flows
        union all by name
        select
            reference_year, figure_level_code, area_code, boundary_code, method_code, 'consumption' as figure_code,
            scope2_basis_code, 'tCO2e' as unit, consumption_tco2e as amount
        from flows
        union all by name
        select
            reference_year, 'province' as figure_level_code, province_code as area_code, method_code,
            'inventory' as figure_code, 'tCO2e' as unit, emission_tco2e as amount
        from {side}_mart_province_inventory_year
        union all by name
        select
            reference_year, 'nation' as figure_level_code, 'CN' as area_code, method_code,
            'inventory' as figure_code, 'tCO2e' as unit, emission_tco2e as amount
        from {side}_mart_national_inventory_year
        union all by name
        select
            reference_year, 'park' as figure_level_code, province_code as area_code, park_code, boundary_code,
            energy_method_code as method_code, 'energy' as figure_code, 'tce' as unit, energy_tce as amount
        from {side}_mart_park_energy_year
    )

select
    reference_year,
    figure_level_code,
    area_code,
    coalesce(park_code, 'NA') as park_code,
    coalesce(boundary_code, 'NA') as boundary_code,
    coalesce(method_code, 'NA') as method_code,
    figure_code,
    coalesce(scope_code, 'NA') as scope_code,
    coalesce(scope2_basis_code, 'NA') as scope2_basis_code,
    coalesce(component_code, 'NA') as component_code,
    coalesce(gas_group_code, 'NA') as gas_group_code,
    unit,
    cast(amount as decimal(38, 12)) as amount
from figures
