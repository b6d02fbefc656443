-- Consumption of an area by location and by market, in parts that add up to both totals: what is the same on
-- both, and by which power and claims the two differ.
with
    same as (
        select
            cells.reference_year,
            cells.area_code,
            cells.boundary_code,
            cells.method_code,
            'same_on_both' as gap_part_code,
            sum(cells.emission_tco2e) as emission_tco2e
        from {{ ref("int_results__areas") }} as cells
        inner join
            (
                select distinct reference_year, method_code
                from {{ ref("int_results__methods") }}
                where scope2_basis_code <> 'NA'
            ) as methods
            on cells.reference_year = methods.reference_year
            and cells.method_code = methods.method_code
        where
            (cells.scope_code = '1' and not cells.is_memo)
            or (cells.is_memo and cells.component_code = 'own_generation_sent')
        group by cells.reference_year, cells.area_code, cells.boundary_code, cells.method_code
    ),

    entries as (
        -- What is taken out of an area is zero there, also where nobody knows it.
        select
            *,
            case when entry_kind_code = 'elimination' and is_on_location then 0 end as location_left_tco2e,
            case when entry_kind_code = 'elimination' and is_on_market then 0 end as market_left_tco2e
        from {{ ref("int_gap__lines") }}
    ),

    lines as (
        select *, province_code as area_code
        from entries
        where view_code <> 'nation'
        union all
        select *, 'CN' as area_code
        from entries
    ),

    found as (
        select
            reference_year,
            area_code,
            boundary_code,
            method_code,
            gap_part_code,
            emission_tco2e as location_tco2e,
            emission_tco2e as market_tco2e
        from same
        union all
        select
            reference_year,
            area_code,
            boundary_code,
            method_code,
            gap_part_code,
            coalesce(sum(location_tco2e), max(location_left_tco2e)) as location_tco2e,
            coalesce(sum(market_tco2e), max(market_left_tco2e)) as market_tco2e
        from lines
        group by reference_year, area_code, boundary_code, method_code, gap_part_code
    )

select
    reference_year,
    area_code,
    boundary_code,
    method_code,
    gap_part_code,
    cast(location_tco2e as decimal(38, 12)) as location_tco2e,
    cast(market_tco2e as decimal(38, 12)) as market_tco2e,
    cast(
        case
            when location_tco2e is not null or market_tco2e is not null
            then coalesce(market_tco2e, 0) - coalesce(location_tco2e, 0)
        end as decimal(38, 12)
    ) as market_less_location_tco2e
from found
