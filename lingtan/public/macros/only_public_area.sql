-- zh: 供其他宏使用：只接受一个地区代码，TOTAL 表示全国。
-- en: Used by the other macros: accepts the code of one area; TOTAL is the nation.
-- kind: helper
-- call: select only_public_area('110000')
create macro only_public_area(chosen) as (
    only_one(
        chosen,
        (select list(distinct area_code) from public_cells where area_code is not null),
        '请选定一个地区',
        'choose one area'
    )
)
