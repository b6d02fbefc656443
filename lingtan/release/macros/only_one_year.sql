-- zh: 供其他宏使用：一个年度，须是发布中有的。
-- en: Used by the other macros: one year that the release has.
-- kind: helper
-- call: select only_one_year(2025)
create macro only_one_year(year) as cast(
    only_one(
        year,
        (select list(distinct cast(reference_year as varchar)) from dim_parks),
        '请选定一个年度，或分年查询',
        'choose one year, or ask for each'
    ) as integer
)
