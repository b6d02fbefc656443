-- zh: 供其他宏使用：只接受一张公开表的名称；没有这张表时报错，并列出可取的名称。
-- en: Used by the other macros: accepts the name of one public table, and lists them where there is none such.
-- kind: helper
-- call: select only_public_table('emissions_by_area_and_component')
create macro only_public_table(chosen) as (
    only_one(
        chosen,
        (select list(distinct table_code) from public_cells),
        '请选定一张表',
        'choose one table'
    )
)
