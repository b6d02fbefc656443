-- zh: 供其他宏使用：只接受一个取值；多于一个或没有取值时报错，并说明应怎样做。
-- en: Used by the other macros: accepts one value; none, or more than one, is an error that says what to do.
-- kind: helper
-- call: select only_one('GHGI', '请选定一种方法', 'choose one method')
create macro only_one(chosen, zh, en) as
    case
        when coalesce(trim(cast(chosen as varchar), '[]'), '') = ''
            then error('缺少取值，请给出一个：' || zh || '。 | A value is missing, give one: ' || en || '.')
        when contains(trim(cast(chosen as varchar), '[]'), ', ')
            then error('不可相加：' || cast(chosen as varchar) || '。' || zh || '。 | Not additive: '
                || cast(chosen as varchar) || '; ' || en || '.')
        else trim(cast(chosen as varchar), '[]')
    end
