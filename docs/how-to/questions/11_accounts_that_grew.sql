-- zh: 哪些企业的碳账户期末高于上年期末（本年新开的账户从零起；partial 的账户不完整）
-- en: Which enterprises' accounts closed above last year's (one that opens starts at zero; a partial one lacks lines)
select
    park_code, unit_code, any_value(unit_name) as unit_name,
    sum(emission_tco2e) filter (where account_entry_code = 'opening') as opening_tco2e,
    sum(emission_tco2e) filter (where account_entry_code = 'closing') as closing_tco2e,
    closing_tco2e - opening_tco2e as change_tco2e,
    bool_or(account_reason_code = 'account_opens') is true as is_opened,
    max(account_status_code) filter (where account_entry_code = 'closing') as account_status_code
from mart_enterprise_account
where reference_year = 2025 and boundary_code = 'physical'
group by park_code, unit_code
having closing_tco2e > opening_tco2e
order by change_tco2e desc;
