-- How parks hang together: units of a nested park that no park around it lists count by themselves, with what
-- they emit by each method (scope 2 by location); predecessors that no earlier register of the plan knows.
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
            units.reference_year, units.park_code, units.boundary_code, units.province_code, units.unit_code
        from {{ ref("fct_units") }} as units
        inner join
            nested_parks
            on units.reference_year = nested_parks.reference_year
            and units.park_code = nested_parks.park_code
            and units.boundary_code = nested_parks.boundary_code
        group by
            units.reference_year, units.park_code, units.boundary_code, units.province_code, units.unit_code
        having count(units.counted_park_code) = 0
    ),

    sized as (
        select
            units.reference_year,
            units.park_code,
            units.boundary_code,
            units.province_code,
            units.unit_code || ' ' || methods.method_code as subject_code,
            cast(sum(entries.emission_tco2e) as decimal(38, 12)) as emission_tco2e
        from units
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
            and units.park_code = entries.park_code
            and units.boundary_code = entries.boundary_code
            and units.unit_code = entries.unit_code
            and methods.method_code = entries.method_code
            and entries.view_code in ('unit', 'park')
            and entries.scope_code in ('NA', '1', '2')
            and entries.scope2_basis_code <> 'market'
            and not entries.is_memo
        group by
            units.reference_year,
            units.park_code,
            units.boundary_code,
            units.province_code,
            units.unit_code,
            methods.method_code
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'nested_unit_not_in_parent' as finding_code,
    subject_code,
    emission_tco2e as value_a,
    cast(null as decimal(38, 12)) as value_b,
    cast(coalesce(emission_tco2e, 0) as decimal(38, 12)) as difference,
    'tCO2e' as unit_code
from sized
union all
select
    lineage.reference_year,
    lineage.park_code,
    'NA' as boundary_code,
    parks.province_code,
    'predecessor_unknown' as finding_code,
    lineage.unknown_predecessor_codes as subject_code,
    cast(null as decimal(38, 12)) as value_a,
    cast(null as decimal(38, 12)) as value_b,
    cast(0 as decimal(38, 12)) as difference,
    cast(null as string) as unit_code
from {{ source("plan", "park_lineage") }} as lineage
inner join
    {{ ref("int_parks__registered") }} as parks
    on lineage.reference_year = parks.reference_year
    and lineage.park_code = parks.park_code
where lineage.unknown_predecessor_codes is not null
