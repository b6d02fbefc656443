-- zh: 供其他宏使用：只接受一个已公开的年度。
-- en: Used by the other macros: accepts one published year.
-- kind: helper
-- call: select only_public_year(2025)
create macro only_public_year(chosen) as (
    cast(
        only_one(
            chosen,
            (select list(distinct cast(reference_year as varchar)) from public_cells),
            '请选定一个年度',
            'choose one year'
        ) as integer
    )
)
