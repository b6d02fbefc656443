-- What the deductions of a balance (of a unit where no balance is named) exceed the products they
-- are taken from by: an entry of its own, so that every line stays quantity x factor and no such
-- product goes below zero.
with
    sums as (
        select
            lines.submission_id,
            lines.reference_year,
            lines.period_code,
            lines.park_code,
            lines.province_code,
            lines.unit_code,
            lines.industry_division_code,
            lines.method_code,
            lines.method_version,
            lines.gas_code,
            coalesce(lines.balance_code, '') as balance_code,
            cast(sum(lines.emission_tco2e) as decimal(26, 12)) as net_emission,
            max(case when lines.role_code = 'deduction' then 1 else 0 end) as has_deduction,
            -- The entry stands at the product it lifts, so
            -- that an auditor finds it beside its line.
            coalesce(
                min(case when lines.role_code = 'product' then lines.line_id end), min(lines.line_id)
            ) as line_id
        from {{ ref("int_emissions__balanced") }} as lines
        left join {{ ref("process_products") }} as products on lines.product_code = products.product_code
        where
            lines.table_name = 'process'
            and lines.emission_tco2e is not null
            and (lines.role_code = 'deduction' or (lines.role_code = 'product' and products.has_deductions))
        group by
            lines.submission_id,
            lines.reference_year,
            lines.period_code,
            lines.park_code,
            lines.province_code,
            lines.unit_code,
            lines.industry_division_code,
            lines.method_code,
            lines.method_version,
            lines.gas_code,
            coalesce(lines.balance_code, '')
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
