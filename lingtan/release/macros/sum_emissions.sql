-- zh: 全国一年的排放，只加各气体：给出两种方法、两种边界或范围二的两种口径时报错。
-- en: Emissions of the nation in a year, added over gases only: two methods, boundaries or scope 2 bases are an error.
-- kind: guard
-- call: from sum_emissions(2025, methods := 'GHGI', boundaries := 'physical', bases := 'location')
create macro sum_emissions(year, methods := null, boundaries := 'physical', bases := 'location') as table
    with
        chosen as materialized (
            select
                only_one(
                    methods,
                    (select list(distinct method_code) from mart_park_year),
                    '两种方法核算的对象不同，请分别查询，并列比较而不相加',
                    'two methods account for different things: ask for each, compare side by side'
                ) as method_code,
                only_one(
                    boundaries,
                    (select list(distinct boundary_code) from mart_park_year),
                    '物理边界与管理边界重叠，请分别查询',
                    'the physical and the administrative boundary overlap: ask for each'
                ) as boundary_code,
                only_one_basis(bases) as basis_code
        )
    select
        totals.method_code, totals.boundary_code, totals.scope_code, totals.scope2_basis_code,
        totals.component_code, sum(totals.emission_tco2e) as emission_tco2e
    from mart_national_year as totals
    inner join
        chosen
        on totals.method_code = chosen.method_code
        and totals.boundary_code = chosen.boundary_code
        and totals.scope2_basis_code in ('NA', chosen.basis_code)
    where totals.reference_year = only_one_year(year)
    group by
        totals.method_code, totals.boundary_code, totals.scope_code, totals.scope2_basis_code,
        totals.component_code
    order by totals.scope_code, totals.component_code
