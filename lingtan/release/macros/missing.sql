-- zh: 一年缺什么、为什么缺：按园区、方法、边界、核算项，附涉及的行数与能源量。
-- en: What is missing in a year and why, by park, method, boundary and term, with the lines and energy concerned.
-- kind: answer
-- call: from missing(2025)
create macro missing(year) as table
    select
        province_code, park_code, boundary_code, method_code, term_code, reason_code, reason_zh, reason_en,
        line_count, energy_tce
    from mart_coverage
    where reference_year = cast(
        only_one(
            year,
            (select list(distinct cast(reference_year as varchar)) from dim_parks),
            '请选定一个年度，或分年查询',
            'choose one year, or ask for each'
        ) as integer
    )
    order by province_code, park_code, boundary_code, method_code, term_code, reason_code
