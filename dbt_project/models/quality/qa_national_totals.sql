-- Totals of areas are compared with the facts themselves: own entries and
-- the eliminations up to the view of the area, no more and no less (L3, L6).
{%- set key = "reference_year, boundary_code, method_code, scope_code, scope2_basis_code" %}
{%- set cells = "cast(reference_year as string) || '/' || area_code || '/' || boundary_code || '/' || "
~"method_code || '/' || scope_code || '/' || scope2_basis_code" %}
with
    facts as (
        select {{ key }}, province_code, view_code, sum(emission_tco2e) as total
        from {{ ref("fct_emissions") }}
        where not is_memo and scope_code not in ('3', 'account')
        group by {{ key }}, province_code, view_code
    ),

    entries as (
        select {{ key }}, province_code as area_code, total, 'fact' as side
        from facts
        where view_code <> 'nation'
        union all
        select {{ key }}, 'CN' as area_code, total, 'fact' as side
        from facts
        union all
        select {{ key }}, province_code as area_code, emission_tco2e as total, 'mart' as side
        from {{ ref("mart_province_year") }}
        union all
        select {{ key }}, 'CN' as area_code, emission_tco2e as total, 'mart' as side
        from {{ ref("mart_national_year") }}
    ),

    areas as (
        select
            {{ cells }} as check_key,
            coalesce(sum(case when side = 'fact' then total end), 0)
            <> coalesce(sum(case when side = 'mart' then total end), 0) as is_failing
        from entries
        group by {{ key }}, area_code
    ),

    sums as (
        select
            reference_year,
            area_code,
            boundary_code,
            method_code,
            sum(case when side = 'mart' and scope_code = '1' then total end) as scope1,
            sum(case when side = 'mart' and scope2_basis_code = 'location' then total end) as scope2_location,
            sum(case when side = 'mart' and scope2_basis_code = 'market' then total end) as scope2_market
        from entries
        group by reference_year, area_code, boundary_code, method_code
    ),

    balances as (
        select
            cast(results.reference_year as string)
            || '/'
            || results.area_code
            || '/'
            || results.boundary_code
            || '/'
            || results.scope2_basis_code as check_key,
            coalesce(results.production_tco2e, 0) <> coalesce(sums.scope1, 0)
            or coalesce(results.received_tco2e, 0) + coalesce(results.resold_tco2e, 0) <> coalesce(
                case
                    results.scope2_basis_code
                    when 'location'
                    then sums.scope2_location
                    else sums.scope2_market
                end,
                0
            )
            or coalesce(results.consumption_tco2e, 0)
            <> coalesce(results.production_tco2e, 0)
            + coalesce(results.received_tco2e, 0)
            + coalesce(results.resold_tco2e, 0)
            + coalesce(results.own_generation_sent_tco2e, 0) as is_failing
        from {{ ref("mart_production_consumption") }} as results
        left join
            sums
            on results.reference_year = sums.reference_year
            and results.area_code = sums.area_code
            and results.boundary_code = sums.boundary_code
            and results.method_code = sums.method_code
    ),

    sector_entries as (
        select reference_year, boundary_code, method_code, scope_code, total, 'fact' as side
        from facts
        where scope_code in ('NA', '1')
        union all
        select reference_year, boundary_code, method_code, scope_code, emission_tco2e as total, 'mart' as side
        from {{ ref("mart_sector_year") }}
        where province_code = 'CN'
    ),

    sectors as (
        select
            cast(reference_year as string) || '/' || boundary_code || '/' || method_code as check_key,
            coalesce(sum(case when side = 'fact' then total end), 0)
            <> coalesce(sum(case when side = 'mart' then total end), 0) as is_failing
        from sector_entries
        group by reference_year, boundary_code, method_code, scope_code
    )

    {{ lingtan.gate_check("W-AREA-TOTAL", "mart_national_year", "areas") }}
union all
{{ lingtan.gate_check("W-CONSUMPTION-IDENTITY", "mart_production_consumption", "balances") }}
union all
{{ lingtan.gate_check("W-SECTOR-TOTAL", "mart_sector_year", "sectors") }}
