-- zh: 缺什么、为什么缺：按方法、核算项、原因，涉及多少园区、行和能源
-- en: What is missing and why: by method, term and reason, with the parks, lines and energy concerned
select
    method_code, term_code, reason_code, reason_zh, reason_en, count(distinct park_code) as park_count,
    sum(line_count) as line_count, sum(energy_tce) as energy_tce
from mart_coverage
where reference_year = 2025 and boundary_code in ('physical', 'NA')
group by method_code, term_code, reason_code, reason_zh, reason_en
order by park_count desc, method_code, term_code, reason_code;
