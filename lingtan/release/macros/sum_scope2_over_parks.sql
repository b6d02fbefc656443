-- zh: 总是报错：范围二不可跨园区相加，应改用 mart_production_consumption。
-- en: Always an error: scope 2 is not added over parks; use mart_production_consumption.
-- kind: guard
-- call: from sum_scope2_over_parks(2025)
create macro sum_scope2_over_parks(year) as table
    select said.message
    from
        (
            select
                error(
                    '不可相加：各园区的范围二在发电、供热方已是范围一，相加即重复计算；地区的消费侧排放请查 mart_production_consumption（'
                    || cast(year as varchar)
                    || ' 年，consumption_tco2e）。 | Not additive: scope 2 of parks is scope 1 where power and heat were made, so'
                    || ' adding counts it twice; for an area query consumption_tco2e in mart_production_consumption.'
                ) as message
        ) as said
    where said.message is not null
