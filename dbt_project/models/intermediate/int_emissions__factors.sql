{%- set carbon = lingtan.product("measured_net_calorific_value", 10, 6, "measured_carbon_content", 10, 6) %}
{%- set oxidised_carbon = lingtan.product(carbon, 20, 12, "oxidation_ratio", 7, 6) %}

-- The one factor of each line and term, as the term's rule picks it: what was measured by tier,
-- else the listed one, else none (L8). A process takes its own factor only where none is listed.
with
    found as (
        select
            lines.*,
            factors.factor_id as listed_factor_id,
            factors.factor_value as listed_factor_value,
            factors.is_fallback,
            factors.is_office_set,
            conversions.carbon_to_co2_numerator,
            conversions.fuel_factor_denominator,
            fuels.co2_per_tj_numerator,
            -- A conversion is a balance of carbon, not a burning.
            case
                when lines.factor_rule_code = 'conversion'
                then 1
                else coalesce(lines.measured_oxidation_ratio, 1)
            end as oxidation_ratio
        from {{ ref("int_emissions__terms") }} as lines
        cross join {{ ref("int_conversions__constants") }} as conversions
        left join {{ ref("int_fuels__parameters") }} as fuels on lines.carrier_code = fuels.carrier_code
        left join
            {{ ref("int_factors__matched") }} as factors
            on lines.reference_year = factors.reference_year
            and lines.factor_purpose_code = factors.purpose_code
            and lines.factor_activity_code = factors.activity_code
            and lines.gas_code = factors.gas_code
            and factors.region_code = 'CN'
            and (factors.carrier_code = 'NA' or factors.carrier_code = lines.carrier_code)
    ),

    -- A measured calorific value makes a factor with the measured carbon, else
    -- with the fuel's own. Multiplied first; the one division comes last.
    measured as (
        select
            *,
            case
                when is_fuel_rule and not is_biomass
                then
                    coalesce(
                        cast(
                            {{ lingtan.product(oxidised_carbon, 28, 18, "carbon_to_co2_numerator", 3, 0) }}
                            as decimal(36, 18)
                        ),
                        cast(
                            {{
                                lingtan.product(
                                    "measured_net_calorific_value", 10, 6, "co2_per_tj_numerator", 14, 6
                                )
                            }} as decimal(36, 18)
                        )
                    )
            end as measured_numerator
        from found
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
        from measured
    )

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
        when is_office_set
        then 'office'
        when is_fallback
        then 'fallback'
        else 'default'
    end as factor_origin_code
from valued
