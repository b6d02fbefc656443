-- zh: 一年缺什么、为什么缺：按园区、方法、边界、核算项，附涉及的行数与能源量。
-- en: What is missing in a year and why, by park, method, boundary and term, with the lines and energy concerned.
-- kind: answer
-- call: from missing(2025)
create macro missing(year) as table
    select
        province_code, park_code, boundary_code, method_code, term_code, reason_code, reason_zh, reason_en,
        line_count, energy_tce
    from mart_coverage
    where reference_year = only_one_year(year)
    order by province_code, park_code, boundary_code, method_code, term_code, reason_code
