with
    registered as (
        select
            cast(results.reference_year as string) || '/' || results.park_code as check_key,
            parks.park_code is null as is_failing
        from {{ ref("mart_park_year") }} as results
        left join
            {{ ref("dim_parks") }} as parks
            on results.reference_year = parks.reference_year
            and results.park_code = parks.park_code
    ),

    registered_once as (
        select
            cast(reference_year as string) || '/' || park_code as check_key,
            registration_count > 1 as is_failing
        from {{ ref("int_parks__registered") }}
    ),

    found as (
        select reference_year, park_code
        from {{ ref("mart_park_year") }}
        union
        select reference_year, park_code
        from {{ ref("mart_coverage") }}
    ),

    covered as (
        select
            cast(parks.reference_year as string) || '/' || parks.park_code as check_key,
            found.park_code is null as is_failing
        from {{ ref("dim_parks") }} as parks
        left join found on parks.reference_year = found.reference_year and parks.park_code = found.park_code
    )

    {{ lingtan.gate_check("W-PARKS-REGISTERED", "mart_park_year", "registered") }}
union all
{{ lingtan.gate_check("W-PARKS-REGISTERED-ONCE", "dim_parks", "registered_once") }}
union all
{{ lingtan.gate_check("W-PARKS-COVERED", "mart_coverage", "covered") }}
