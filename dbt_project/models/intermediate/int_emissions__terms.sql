{%- set fuel_rules = "('fuel', 'conversion')" %}

-- Each activity line with the term it meets in each planned park method: the quantity that counts
-- under it, and the key under which its factor is listed.
with
    terms as (
        select terms.*, methods.gas_codes as gas_code
        from {{ ref("method_terms") }} as terms
        inner join
            {{ ref("int_methods__planned") }} as methods
            on terms.method_code = methods.method_code
            and terms.method_version = methods.method_version
        where
            methods.is_park_method
            and terms.factor_rule_code <> 'floor'
            and (terms.factor_rule_code <> 'none' or terms.condition_code is not null)
    )

select
    activity.*,
    terms.method_code,
    terms.method_version,
    terms.term_code,
    terms.gas_code,
    terms.sign,
    terms.component_code,
    terms.scope_code,
    terms.source_category_code,
    terms.factor_rule_code,
    terms.condition_code,
    terms.is_memo,
    terms.not_estimated_reason_code as term_reason_code,
    terms.factor_rule_code in {{ fuel_rules }} as is_fuel_rule,
    coalesce(carriers.is_biomass, false) as is_biomass,
    case
        when terms.factor_rule_code in {{ fuel_rules }} and carriers.is_biomass
        then 'nzcp_biomass'
        when terms.factor_rule_code in {{ fuel_rules }}
        then 'nzcp_fuel'
        when terms.factor_rule_code = 'process'
        then coalesce(guideline.purpose_code, products.purpose_code, 'process')
        else terms.factor_purpose_code
    end as factor_purpose_code,
    case
        when terms.factor_rule_code in {{ fuel_rules }} and carriers.is_biomass
        then 'fuel_biomass'
        when terms.factor_rule_code in {{ fuel_rules }}
        then 'fuel'
        when terms.factor_rule_code = 'process'
        then coalesce(guideline.activity_code, products.activity_code, activity.product_code)
        else terms.factor_activity_code
    end as factor_activity_code,
    case
        when terms.factor_rule_code in {{ fuel_rules }} and activity.biogenic_share_ratio is not null
        then
            {{
                lingtan.round_half_up(
                    lingtan.product("activity.quantity", 20, 6, "1 - activity.biogenic_share_ratio", 7, 6),
                    20,
                    6,
                )
            }}
        else activity.quantity
    end as counted_quantity
from {{ ref("int_activity") }} as activity
inner join
    terms
    on activity.activity_code = terms.activity_code
    and activity.reference_year >= coalesce(terms.valid_from_year, activity.reference_year)
    and activity.reference_year <= coalesce(terms.valid_to_year, activity.reference_year)
left join {{ ref("carriers") }} as carriers on activity.carrier_code = carriers.carrier_code
left join
    {{ ref("process_product_factors") }} as products
    on activity.product_code = products.product_code
    and activity.role_code = products.role_code
    and products.purpose_code = 'process'
    and coalesce(products.route_code, activity.route_code, '') = coalesce(activity.route_code, '')
left join
    {{ ref("process_product_factors") }} as guideline
    on activity.product_code = guideline.product_code
    and activity.role_code = guideline.role_code
    and guideline.purpose_code = 'process_provincial_guideline'
    and activity.factor_source_code = 'provincial_guideline'
    and coalesce(guideline.route_code, activity.route_code, '') = coalesce(activity.route_code, '')
