-- Units of a nested park that no park around it lists, and units for which the outermost park that lists them
-- states another figure: what they emit by each method (scope 2 by location). The former count by themselves,
-- the latter with the figure of that park.
with
    nested_parks as (
        select distinct ancestors.reference_year, ancestors.park_code, around.boundary_code
        from {{ source("plan", "park_ancestors") }} as ancestors
        inner join
            {{ ref("int_parks__boundaries") }} as around
            on ancestors.reference_year = around.reference_year
            and ancestors.ancestor_park_code = around.park_code
    ),

    units as (
        select
            units.reference_year,
            units.park_code,
            units.boundary_code,
            units.province_code,
            units.unit_code,
            max(units.counted_park_code) as counted_park_code
        from {{ ref("fct_units") }} as units
        inner join
            nested_parks
            on units.reference_year = nested_parks.reference_year
            and units.park_code = nested_parks.park_code
            and units.boundary_code = nested_parks.boundary_code
        group by
            units.reference_year, units.park_code, units.boundary_code, units.province_code, units.unit_code
    ),

    stated as (
        select *, park_code as stating_park_code
        from units
        union all
        select *, counted_park_code as stating_park_code
        from units
        where counted_park_code is not null
    ),

    -- What units exchange may stay inside the park around and leave the nested one: two parks are compared
    -- by what the unit emits before anything is eliminated.
    sized as (
        select
            units.reference_year,
            units.park_code,
            units.boundary_code,
            units.province_code,
            units.counted_park_code is null as is_alone,
            units.unit_code || ' ' || methods.method_code as subject_code,
            cast(
                sum(
                    case when units.stating_park_code = units.park_code then entries.emission_tco2e end
                ) as decimal(38, 12)
            ) as own_tco2e,
            cast(
                sum(
                    case when units.stating_park_code <> units.park_code then entries.emission_tco2e end
                ) as decimal(38, 12)
            ) as around_tco2e
        from stated as units
        inner join
            (
                select distinct reference_year, boundary_code, method_code
                from {{ ref("int_results__methods") }}
            ) as methods
            on units.reference_year = methods.reference_year
            and units.boundary_code = methods.boundary_code
        left join
            {{ ref("fct_emissions") }} as entries
            on units.reference_year = entries.reference_year
            and units.stating_park_code = entries.park_code
            and units.boundary_code = entries.boundary_code
            and units.unit_code = entries.unit_code
            and methods.method_code = entries.method_code
            and (entries.view_code = 'unit' or units.counted_park_code is null and entries.view_code = 'park')
            and entries.scope_code in ('NA', '1', '2')
            and entries.scope2_basis_code <> 'market'
            and not entries.is_memo
        group by
            units.reference_year,
            units.park_code,
            units.boundary_code,
            units.province_code,
            units.unit_code,
            units.counted_park_code,
            methods.method_code
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    case when is_alone then 'nested_unit_not_in_parent' else 'nested_unit_differs' end as finding_code,
    subject_code,
    own_tco2e as value_a,
    around_tco2e as value_b,
    cast(coalesce(own_tco2e, 0) - coalesce(around_tco2e, 0) as decimal(38, 12)) as difference,
    'tCO2e' as unit_code
from sized
where is_alone or own_tco2e is distinct from around_tco2e
