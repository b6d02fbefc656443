-- zh: 供其他宏使用：只接受一个取值，且须是发布中有的；多于一个、没有取值或没有这个取值时报错，并说明应怎样做。
-- en: Used by the other macros: accepts one value that the release has; none, more than one, or one that is not there
-- en: is an error that says what to do.
-- kind: helper
-- call: select only_one('GHGI', ['CN-NZCP-2025', 'GHGI'], '请选定一种方法', 'choose one method')
create macro only_one(chosen, possible, zh, en) as (
    select
        case
            when asked.given = ''
                then error('缺少取值，可取：' || asked.listed || '。 | A value is missing; choose one of: '
                    || asked.listed || '.')
            when contains(asked.given, ', ')
                then error('不可相加：[' || asked.given || ']。' || zh || '。 | Not additive: ['
                    || asked.given || ']; ' || en || '.')
            when not list_contains(asked.known, asked.given)
                then error('没有“' || asked.given || '”，可取：' || asked.listed || '。 | There is no '
                    || asked.given || '; choose one of: ' || asked.listed || '.')
            else asked.given
        end
    from
        (
            select
                coalesce(trim(cast(chosen as varchar), '[]'), '') as given, said.known,
                coalesce(array_to_string(list_sort(said.known), ', '), '') as listed
            from (select possible as known) as said
        ) as asked
)
