-- zh: 供其他宏使用：一种边界，须是发布中有的。
-- en: Used by the other macros: one boundary that the release has.
-- kind: helper
-- call: select only_one_boundary('physical')
create macro only_one_boundary(boundary) as only_one(
    boundary,
    (select list(distinct boundary_code) from mart_park_year),
    '请选定一种边界，或分两次查询',
    'choose one boundary, or ask twice'
)
