-- zh: 一张表一年中两个地区并列，以及第一个与第二个之比；任何一个未公布的，没有比值，记为 C；一个地区没有这一项的，没有比值，
-- zh: 标记为空。
-- en: Two areas side by side in a table and a year, and the first over the second; where either is withheld there is no
-- en: ratio, and the mark is C; where an area has no such cell, there is neither ratio nor mark.
-- kind: answer
-- call: from compare_areas('emissions_by_area_and_component', 2025, '110000', 'TOTAL')
create macro compare_areas(name, year, first_area, second_area) as table
    with
        cells as (
            select *
            from public_cells
            where table_code = only_public_table(name) and reference_year = only_public_year(year)
        ),
        one as (select * from cells where area_code = only_public_area(first_area)),
        two as (select * from cells where area_code = only_public_area(second_area))
    select
        coalesce(one.by_code, two.by_code) as by_code,
        coalesce(one.by_name_zh, two.by_name_zh) as by_name_zh,
        coalesce(one.by_name_en, two.by_name_en) as by_name_en,
        one.quantity as first_quantity,
        one.confidentiality_code as first_confidentiality_code,
        two.quantity as second_quantity,
        two.confidentiality_code as second_confidentiality_code,
        coalesce(one.unit, two.unit) as unit,
        public_share(one.quantity, two.quantity) as ratio,
        case
            when one.confidentiality_code = 'C' or two.confidentiality_code = 'C' then 'C'
            when one.confidentiality_code = 'F' and two.confidentiality_code = 'F' then 'F'
        end as confidentiality_code
    from one
    full join two on one.by_code = two.by_code
    order by by_code
