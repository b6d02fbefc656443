-- zh: 一张表一年中每个数值占合计的比例；数值或合计未公布的，没有比例，记为 C。
-- en: The share of every cell of a table in its total in a year; where the cell or the total is withheld there is no
-- en: share, and the mark is C.
-- kind: answer
-- call: from share_of_total('emissions_by_area_and_component', 2025)
create macro share_of_total(name, year) as table
    with
        cells as (
            select *
            from public_cells
            where table_code = only_public_table(name) and reference_year = only_public_year(year)
        ),
        total as (select quantity from cells where is_total)
    select
        cells.area_code, cells.area_name_zh, cells.area_name_en, cells.by_code, cells.by_name_zh,
        cells.by_name_en, cells.quantity, cells.unit,
        public_share(cells.quantity, total.quantity) as share_ratio,
        case when cells.quantity is null or total.quantity is null then 'C' else 'F' end as confidentiality_code
    from cells
    cross join total
    order by cells.area_code, cells.by_code
