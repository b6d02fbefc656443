{{ config(materialized="table") }}

{%- set balance = [
    "submission_id",
    "table_name",
    "boundary_code",
    "reference_year",
    "period_code",
    "park_code",
    "province_code",
    "is_counted",
    "unit_code",
    "industry_division_code",
    "method_code",
    "method_version",
    "gas_code",
    "gas_group_code",
    "gwp_value",
] %}

-- What the deductions of a balance (of a unit where no balance is named) exceed the products they are taken
-- from by, and sludge and recovered methane the organics of a wastewater line: an entry of its own, so that
-- every line stays quantity x factor and nothing of the kind goes below zero.
with
    held as (
        select
            lines.*,
            coalesce(lines.balance_code, '') as place_code,
            case when lines.role_code = 'deduction' then 1 else 0 end as is_deduction
        from {{ ref("int_emissions__balanced") }} as lines
        left join {{ ref("process_products") }} as products on lines.product_code = products.product_code
        where
            lines.table_name = 'process'
            and lines.emission_tco2e is not null
            and (lines.role_code = 'deduction' or (lines.role_code = 'product' and products.has_deductions))
        union all
        select lines.*, lines.line_id as place_code, 1 as is_deduction
        from {{ ref("int_emissions__balanced") }} as lines
        where
            lines.table_name = 'other_gases'
            and lines.role_code = 'formula'
            and lines.gas_code = 'CH4'
            and lines.activity_code in ('other_gases/wastewater', 'other_gases/wastewater_recovered')
            and lines.emission_tco2e is not null
    ),

    sums as (
        select
            {%- for column in balance %} lines.{{ column }}, {%- endfor %}
            lines.place_code,
            cast(sum(lines.mass_t) as decimal(26, 12)) as net_mass_t,
            cast(sum(lines.emission_tco2e) as decimal(26, 12)) as net_emission_tco2e,
            max(lines.is_deduction) as has_deduction,
            -- The entry stands at the product it lifts, so
            -- that an auditor finds it beside its line.
            coalesce(
                min(case when lines.role_code = 'product' then lines.line_id end), min(lines.line_id)
            ) as line_id
        from held as lines
        group by {%- for column in balance %} lines.{{ column }}, {%- endfor %} lines.place_code
    )

select
    {%- for column in balance %} sums.{{ column }}, {%- endfor %}
    sums.line_id,
    terms.term_code,
    terms.scope2_basis_code,
    terms.component_code,
    terms.scope_code,
    terms.source_category_code,
    terms.activity_code,
    terms.is_memo,
    cast(terms.sign as integer) as sign,
    cast(- sums.net_mass_t as decimal(26, 12)) as mass_t,
    cast(- sums.net_emission_tco2e as decimal(26, 12)) as emission_tco2e
from sums
inner join
    {{ ref("method_terms") }} as terms
    on sums.method_code = terms.method_code
    and sums.method_version = terms.method_version
    and sums.gas_code = terms.gas_code
    and sums.table_name || '/floor' = terms.activity_code
    and terms.factor_rule_code = 'floor'
where sums.has_deduction = 1 and sums.net_emission_tco2e < 0
