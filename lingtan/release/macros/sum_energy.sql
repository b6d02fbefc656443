-- zh: 有全年数据的园区综合能耗之和（消费侧），园中园与上级园区都列报的单位只计一次，一种口径：给出当量值与等价值等两种口径
-- zh: 或两种边界时报错。
-- en: Energy use of the parks that have the year, units of nested parks once, in one measure: calorific and equivalent
-- en: value together, or two boundaries, are an error.
-- kind: guard
-- call: from sum_energy(2025, energy_methods := 'EN-CAL-F', boundaries := 'physical')
create macro sum_energy(year, energy_methods := null, boundaries := 'physical') as table
    with
        chosen as materialized (
            select
                only_one(
                    energy_methods,
                    (select list(distinct energy_method_code) from mart_park_energy_year),
                    '当量值与等价值、含与不含原料是同一能耗的不同算法，请分别查询',
                    'calorific and equivalent value, with and without feedstock, count one amount: ask for each'
                ) as energy_method_code,
                only_one(
                    boundaries,
                    (select list(distinct boundary_code) from mart_park_year),
                    '物理边界与管理边界重叠，请分别查询',
                    'the physical and the administrative boundary overlap: ask for each'
                ) as boundary_code
        ),
        nested as (
            select reference_year, energy_method_code, boundary_code, park_code, sum(energy_tce) as energy_tce
            from fct_energy
            where view_code in ('province', 'nation') and side_code = 'use'
            group by all
        )
    select
        parks.energy_method_code, parks.boundary_code,
        sum(parks.energy_tce + coalesce(nested.energy_tce, 0)) as energy_tce,
        count(*) as park_count, count(*) filter (where parks.is_partial) as park_count_partial
    from mart_park_energy_year as parks
    inner join chosen using (energy_method_code, boundary_code)
    left join nested using (reference_year, energy_method_code, boundary_code, park_code)
    where parks.reference_year = only_one_year(year)
    group by parks.energy_method_code, parks.boundary_code
