-- Each park total is compared with the facts or with the
-- level below, never with the query that made it.
with
    park_facts as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            sum(case when scope_code in ('NA', '1') then emission_tco2e end) as without_basis,
            sum(
                case when scope_code = '2' and scope2_basis_code = 'location' then emission_tco2e end
            ) as location,
            sum(case when scope_code = '2' and scope2_basis_code = 'market' then emission_tco2e end) as market
        from {{ ref("fct_emissions") }}
        where not is_memo and view_code in ('unit', 'park')
        group by reference_year, park_code, boundary_code, method_code
    ),

    parks as (
        select
            cast(results.reference_year as string)
            || '/'
            || results.park_code
            || '/'
            || results.boundary_code
            || '/'
            || results.method_code
            || '/'
            || results.scope2_basis_code as check_key,
            coalesce(results.emission_tco2e, 0)
            <> coalesce(park_facts.without_basis, 0)
            + case
                results.scope2_basis_code
                when 'location'
                then coalesce(park_facts.location, 0)
                when 'market'
                then coalesce(park_facts.market, 0)
                else 0
            end as is_failing
        from {{ ref("mart_park_year") }} as results
        left join
            park_facts
            on results.reference_year = park_facts.reference_year
            and results.park_code = park_facts.park_code
            and results.boundary_code = park_facts.boundary_code
            and results.method_code = park_facts.method_code
    ),

    nets as (
        select
            cast(reference_year as string)
            || '/'
            || park_code
            || '/'
            || boundary_code
            || '/'
            || scope2_basis_code as check_key,
            coalesce(gross_tco2e, 0) <> coalesce(scope1_tco2e, 0) + coalesce(scope2_tco2e, 0)
            or coalesce(net_after_removals_tco2e, gross_tco2e, 0)
            <> coalesce(gross_tco2e, 0)
            + case when gross_tco2e is null then 0 else coalesce(removals_tco2e, 0) end
            or coalesce(net_after_offsets_tco2e, net_after_removals_tco2e, 0)
            <> coalesce(net_after_removals_tco2e, 0)
            + case when gross_tco2e is null then 0 else coalesce(offsets_tco2e, 0) end as is_failing
        from {{ ref("mart_park_net_year") }}
    ),

    bases as (
        select
            cast(reference_year as string) || '/' || park_code || '/' || boundary_code as check_key,
            count(*) <> 2 or count(distinct scope2_basis_code) <> 2 as is_failing
        from {{ ref("mart_park_net_year") }}
        group by reference_year, park_code, boundary_code, method_code
    ),

    energy_facts as (
        select
            reference_year,
            park_code,
            boundary_code,
            energy_method_code,
            sum(case when side_code = 'use' then energy_tce end) as use_tce,
            sum(case when side_code = 'supply' then energy_tce end) as supply_tce
        from {{ ref("fct_energy") }}
        where view_code in ('unit', 'park')
        group by reference_year, park_code, boundary_code, energy_method_code
    ),

    sides as (
        select
            cast(results.reference_year as string)
            || '/'
            || results.park_code
            || '/'
            || results.energy_method_code as check_key,
            coalesce(results.energy_tce, 0) <> coalesce(energy_facts.use_tce, 0)
            or (
                results.supply_tce is not null
                and (
                    results.supply_tce <> coalesce(energy_facts.supply_tce, 0)
                    or results.difference_tce <> results.energy_tce - results.supply_tce
                )
            ) as is_failing
        from {{ ref("mart_park_energy_year") }} as results
        left join
            energy_facts
            on results.reference_year = energy_facts.reference_year
            and results.park_code = energy_facts.park_code
            and results.boundary_code = energy_facts.boundary_code
            and results.energy_method_code = energy_facts.energy_method_code
    )

    {{ lingtan.gate_check("W-PARK-TOTAL", "mart_park_year", "parks") }}
union all
{{ lingtan.gate_check("W-NET-IDENTITY", "mart_park_net_year", "nets") }}
union all
{{ lingtan.gate_check("W-BOTH-BASES", "mart_park_net_year", "bases") }}
union all
{{ lingtan.gate_check("W-ENERGY-SIDES", "mart_park_energy_year", "sides") }}
