{{ config(materialized="ephemeral") }}

-- What a total of an area is made of: every component of the year's method version that is no memo and no
-- scope 3, also where nobody has it (null, in its one gas group or else CO2), with the parks behind it.
-- Scope 3 of one park is scope 1 of another and never summed over parks (L6).
with
    bases as (
        select distinct reference_year, method_code, method_version, boundary_code, scope2_basis_code
        from {{ ref("int_results__methods") }}
    ),

    gas_groups as (
        select
            terms.method_code,
            cast(terms.method_version as string) as method_version,
            terms.component_code,
            -- A term of the gas of its line may be of any group.
            case
                when
                    count(*) = count(gases.gas_code) and min(gases.gas_group_code) = max(gases.gas_group_code)
                then min(gases.gas_group_code)
            end as gas_group_code
        from {{ ref("method_terms") }} as terms
        left join {{ ref("gases") }} as gases on terms.gas_code = gases.gas_code
        group by terms.method_code, cast(terms.method_version as string), terms.component_code
    ),

    components as (
        select distinct
            bases.reference_year,
            components.method_code,
            bases.boundary_code,
            components.scope_code,
            case
                when components.scope_code = '2' then bases.scope2_basis_code else 'NA'
            end as scope2_basis_code,
            components.component_code,
            coalesce(gas_groups.gas_group_code, 'CO2') as gas_group_code
        from {{ ref("components") }} as components
        inner join bases on components.method_code = bases.method_code
        inner join
            gas_groups
            on components.method_code = gas_groups.method_code
            and bases.method_version = gas_groups.method_version
            and components.component_code = gas_groups.component_code
        where not components.is_memo and components.scope_code <> '3'
    ),

    sums as (
        select
            reference_year,
            area_code,
            {{ lingtan.cell_columns() }},
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
            cast(sum(not_estimated_count) as bigint) as not_estimated_count
        from {{ ref("int_results__areas") }}
        where not is_memo
        group by reference_year, area_code, {{ lingtan.cell_columns() }}
    )

select
    counts.reference_year,
    counts.area_code,
    counts.boundary_code,
    counts.method_code,
    components.scope_code,
    components.scope2_basis_code,
    components.component_code,
    coalesce(sums.gas_group_code, components.gas_group_code) as gas_group_code,
    sums.emission_tco2e,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    counts.park_count_registered,
    counts.park_count_reported,
    counts.park_count_partial
from {{ ref("int_results__park_counts") }} as counts
inner join
    components
    on counts.reference_year = components.reference_year
    and counts.method_code = components.method_code
    and counts.boundary_code = components.boundary_code
left join
    sums
    on counts.reference_year = sums.reference_year
    and counts.area_code = sums.area_code
    and counts.boundary_code = sums.boundary_code
    and counts.method_code = sums.method_code
    and components.scope_code = sums.scope_code
    and components.scope2_basis_code = sums.scope2_basis_code
    and components.component_code = sums.component_code
