-- zh: 供其他宏使用：一种方法，须是发布中有的。
-- en: Used by the other macros: one method that the release has.
-- kind: helper
-- call: select only_one_method('CN-NZCP-2025')
create macro only_one_method(method) as only_one(
    method,
    (select list(distinct method_code) from mart_park_year),
    '请选定一种方法，或分两次查询',
    'choose one method, or ask twice'
)
