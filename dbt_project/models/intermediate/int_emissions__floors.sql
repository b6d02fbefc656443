-- What the deductions of a balance (of a unit where no balance is named) exceed its clinker by:
-- an entry of its own, so that every line stays quantity x factor and no product goes below zero.
with
    sums as (
        select
            submission_id,
            reference_year,
            period_code,
            park_code,
            province_code,
            unit_code,
            industry_division_code,
            method_code,
            method_version,
            gas_code,
            coalesce(balance_code, '') as balance_code,
            cast(sum(emission_tco2e) as decimal(26, 12)) as net_emission,
            max(case when role_code = 'deduction' then 1 else 0 end) as has_deduction,
            -- The entry stands at the clinker it lifts, so
            -- that an auditor finds it beside its line.
            coalesce(min(case when role_code = 'product' then line_id end), min(line_id)) as line_id
        from {{ ref("int_emissions__balanced") }}
        where
            table_name = 'process'
            and emission_tco2e is not null
            and (role_code = 'deduction' or (role_code = 'product' and product_code like '%clinker'))
        group by
            submission_id,
            reference_year,
            period_code,
            park_code,
            province_code,
            unit_code,
            industry_division_code,
            method_code,
            method_version,
            gas_code,
            coalesce(balance_code, '')
    )

select
    sums.submission_id,
    sums.reference_year,
    sums.period_code,
    sums.park_code,
    sums.province_code,
    sums.unit_code,
    sums.industry_division_code,
    'process' as table_name,
    sums.line_id,
    sums.method_code,
    sums.method_version,
    terms.term_code,
    sums.gas_code,
    terms.component_code,
    terms.scope_code,
    terms.source_category_code,
    terms.activity_code,
    cast(terms.sign as integer) as sign,
    cast(- sums.net_emission as decimal(26, 12)) as emission_tco2e,
    terms.is_memo
from sums
inner join
    {{ ref("method_terms") }} as terms
    on sums.method_code = terms.method_code
    and sums.method_version = terms.method_version
    and terms.factor_rule_code = 'floor'
where sums.has_deduction = 1 and sums.net_emission < 0
