{{ config(materialized="table") }}

{%- set fuel_rules = "('fuel', 'conversion')" %}

-- Each activity line with the term it meets in each planned park method, and the one factor the term's rule
-- picks:
-- measured by tier first, else the matched row, else none and a reason (L8).
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
    ),

    keyed as (
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
            coalesce(carriers.is_biomass, false) as is_biomass,
            case
                when terms.factor_rule_code = 'conversion'
                then 1
                else coalesce(activity.measured_oxidation_ratio, 1)
            end as oxidation_ratio,
            case
                when terms.factor_rule_code in {{ fuel_rules }} and activity.biogenic_share_ratio is not null
                then
                    {{
                        lingtan.round_half_up(
                            lingtan.product(
                                "activity.quantity", 20, 6, "1 - activity.biogenic_share_ratio", 7, 6
                            ),
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
    ),

    found as (
        select
            keyed.*,
            factors.factor_id as listed_factor_id,
            factors.factor_value as listed_factor_value,
            factors.is_fallback,
            conversions.fuel_factor_denominator,
            case
                when keyed.factor_rule_code in {{ fuel_rules }} and not keyed.is_biomass
                then
                    coalesce(
                        cast(
                            {{
                                lingtan.product(
                                    lingtan.product(
                                        lingtan.product(
                                            "keyed.measured_net_calorific_value",
                                            10,
                                            6,
                                            "keyed.measured_carbon_content",
                                            10,
                                            6,
                                        ),
                                        20,
                                        12,
                                        "keyed.oxidation_ratio",
                                        7,
                                        6,
                                    ),
                                    28,
                                    18,
                                    "conversions.carbon_to_co2_numerator",
                                    3,
                                    0,
                                )
                            }} as decimal(36, 18)
                        ),
                        cast(
                            {{
                                lingtan.product(
                                    "keyed.measured_net_calorific_value",
                                    10,
                                    6,
                                    "fuels.co2_per_tj_numerator",
                                    14,
                                    6,
                                )
                            }} as decimal(36, 18)
                        )
                    )
            end as measured_numerator
        from keyed
        cross join {{ ref("int_conversions__constants") }} as conversions
        left join {{ ref("int_fuels__parameters") }} as fuels on keyed.carrier_code = fuels.carrier_code
        left join
            {{ ref("int_factors__matched") }} as factors
            on keyed.reference_year = factors.reference_year
            and keyed.factor_purpose_code = factors.purpose_code
            and keyed.factor_activity_code = factors.activity_code
            and factors.region_code = 'CN'
            and (factors.carrier_code = 'NA' or factors.carrier_code = keyed.carrier_code)
    ),

    valued as (
        select
            *,
            case
                when measured_numerator < fuel_factor_denominator * 10000
                then {{ lingtan.exact_ratio("measured_numerator", 18, "fuel_factor_denominator", 0, 12, 17) }}
                when factor_rule_code = 'heat'
                then measured_factor
                when factor_rule_code = 'process' and listed_factor_id is null
                then measured_factor
            end as own_factor_value,
            coalesce(measured_numerator >= fuel_factor_denominator * 10000, false) as is_out_of_range
        from found
    ),

    chosen as (
        select
            *,
            coalesce(own_factor_value, listed_factor_value) as factor_value,
            case
                when own_factor_value is not null
                then 'own/' || submission_id || '/' || table_name || '/' || line_id
                else listed_factor_id
            end as factor_id,
            case
                when own_factor_value is not null and factor_rule_code = 'process'
                then 'own'
                when own_factor_value is not null
                then 'measured'
                when listed_factor_id is null
                then null
                when factor_purpose_code = 'process_provincial_guideline'
                then 'provincial_guideline'
                when is_fallback
                then 'fallback'
                else 'default'
            end as factor_origin_code
        from valued
    ),

    multiplied as (
        select *, {{ lingtan.product("counted_quantity", 20, 6, "factor_value", 17, 12) }} as exact_emission
        from chosen
    )

select
    submission_id,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    industry_division_code,
    table_name,
    line_id,
    is_internal,
    method_code,
    method_version,
    term_code,
    gas_code,
    sign,
    component_code,
    scope_code,
    source_category_code,
    factor_rule_code,
    condition_code,
    is_memo,
    term_reason_code,
    activity_code,
    carrier_code,
    product_code,
    role_code,
    canonical_unit_code,
    counted_quantity as quantity,
    notation_key_code,
    factor_id,
    factor_value,
    factor_origin_code as factor_source_code,
    case
        when {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then {{ lingtan.round_half_up("exact_emission", 26, 12) }}
        when counted_quantity = 0 and factor_id is null and not is_out_of_range
        then cast(0 as decimal(26, 12))
    end as unsigned_emission_tco2e,
    case
        when notation_key_code in ('NO', 'NA', 'IE')
        then null
        when quantity_reason_code is not null
        then quantity_reason_code
        when factor_rule_code = 'not_estimated'
        then term_reason_code
        when factor_rule_code = 'none'
        then null
        when is_out_of_range
        then 'parameter_out_of_range'
        when factor_id is null and counted_quantity <> 0
        then 'no_factor'
        when not {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
        then 'value_out_of_range'
    end as reason_code,
    balance_code,
    carried_by_line
from multiplied
