-- Each level is compared with the facts or with the
-- level below, never with the query that made it.
with
    park_facts as (
        select reference_year, park_code, method_code, sum(emission_tco2e) as total
        from {{ ref("fct_emissions") }}
        where not is_memo
        group by reference_year, park_code, method_code
    ),

    park_components as (
        select reference_year, park_code, method_code, sum(emission_tco2e) as total
        from {{ ref("mart_park_component_year") }}
        group by reference_year, park_code, method_code
    ),

    parks as (
        select
            cast(results.reference_year as string)
            || '/'
            || results.park_code
            || '/'
            || results.method_code as check_key,
            coalesce(results.emission_tco2e, 0) <> coalesce(park_components.total, 0)
            or coalesce(results.emission_tco2e, 0) <> coalesce(park_facts.total, 0) as is_failing
        from {{ ref("mart_park_year") }} as results
        left join
            park_components
            on results.reference_year = park_components.reference_year
            and results.park_code = park_components.park_code
            and results.method_code = park_components.method_code
        left join
            park_facts
            on results.reference_year = park_facts.reference_year
            and results.park_code = park_facts.park_code
            and results.method_code = park_facts.method_code
    ),

    national_parts as (
        select reference_year, method_code, component_code, sum(emission_tco2e) as total
        from {{ ref("mart_province_year") }}
        group by reference_year, method_code, component_code
    ),

    park_parts as (
        select reference_year, method_code, component_code, sum(emission_tco2e) as total
        from {{ ref("mart_park_component_year") }}
        group by reference_year, method_code, component_code
    ),

    nation as (
        select
            cast(results.reference_year as string)
            || '/'
            || results.method_code
            || '/'
            || results.component_code as check_key,
            coalesce(results.emission_tco2e, 0) <> coalesce(national_parts.total, 0)
            or coalesce(results.emission_tco2e, 0) <> coalesce(park_parts.total, 0) as is_failing
        from {{ ref("mart_national_year") }} as results
        left join
            national_parts
            on results.reference_year = national_parts.reference_year
            and results.method_code = national_parts.method_code
            and results.component_code = national_parts.component_code
        left join
            park_parts
            on results.reference_year = park_parts.reference_year
            and results.method_code = park_parts.method_code
            and results.component_code = park_parts.component_code
    ),

    inventory_facts as (
        select reference_year, method_code, sum(emission_tco2e) as total
        from {{ ref("fct_province_emissions") }}
        group by reference_year, method_code
    ),

    inventories as (
        select
            cast(results.reference_year as string) || '/' || results.method_code as check_key,
            coalesce(results.emission_tco2e, 0) <> coalesce(inventory_facts.total, 0) as is_failing
        from {{ ref("mart_national_inventory_year") }} as results
        left join
            inventory_facts
            on results.reference_year = inventory_facts.reference_year
            and results.method_code = inventory_facts.method_code
    )

    {{ lingtan.gate_check("W-PARK-TOTAL", "mart_park_year", "parks") }}
union all
{{ lingtan.gate_check("W-NATIONAL-TOTAL", "mart_national_year", "nation") }}
union all
{{ lingtan.gate_check("W-INVENTORY-TOTAL", "mart_national_inventory_year", "inventories") }}
