{%- set measured_carbon = lingtan.product(
    "lines.measured_carbon_content", 10, 6, "conversions.carbon_to_co2_numerator", 3, 0
) %}
{%- set per_unit = lingtan.product("net_calorific_value", 10, 6, "per_tj_numerator", 14, 6) %}

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
            conversions.fuel_factor_denominator,
            lines.factor_rule_code in ('fuel', 'conversion', 'ghgi_fuel', 'ghgi_conversion')
            and lines.measured_net_calorific_value is not null
            and lines.measured_carbon_content is not null as is_carbon_measured,
            coalesce(lines.measured_net_calorific_value, derived.net_calorific_value) as net_calorific_value,
            derived.per_tj_numerator as listed_per_tj_numerator,
            {{ lingtan.round_half_up(measured_carbon, 14, 6) }} as measured_per_tj_numerator,
            derived.oxidation_ratio as listed_oxidation_ratio
        from {{ ref("int_emissions__terms") }} as lines
        cross join {{ ref("int_conversions__constants") }} as conversions
        left join
            {{ ref("int_factors__derived") }} as derived
            on lines.factor_purpose_code = derived.purpose_code
            and lines.factor_activity_code = derived.activity_code
            and lines.factor_carrier_code = derived.carrier_code
            and lines.factor_gas_code = derived.gas_code
        left join
            {{ ref("int_factors__matched") }} as factors
            on lines.reference_year = factors.reference_year
            and lines.factor_purpose_code = factors.purpose_code
            and lines.factor_activity_code = factors.activity_code
            and lines.factor_carrier_code = factors.match_carrier_code
            and lines.factor_gas_code = factors.gas_code
            and lines.factor_region_code = factors.region_code
        -- Nobody knows what leaks of a carrier without a factor: a line of zero would say that nothing does
        -- (L7).
        where lines.factor_rule_code <> 'where_listed' or factors.factor_id is not null
    ),

    -- A factor of the park method is at full oxidation: a measured rate counts with measured carbon
    -- only. A conversion is a balance of carbon, and gases other than CO2 have no rate.
    parts as (
        select
            *,
            case
                when is_carbon_measured then measured_per_tj_numerator else listed_per_tj_numerator
            end as per_tj_numerator,
            case
                when factor_rule_code = 'fuel' and is_carbon_measured
                then coalesce(measured_oxidation_ratio, 1)
                when factor_rule_code = 'ghgi_fuel'
                then coalesce(measured_oxidation_ratio, listed_oxidation_ratio)
                else 1
            end as oxidation_ratio,
            not is_without_carbon
            and (
                measured_net_calorific_value is not null
                or (factor_rule_code = 'ghgi_fuel' and measured_oxidation_ratio is not null)
            ) as is_measured
        from found
    ),

    -- Multiplied first; the one division comes last.
    multiplied as (
        select
            *,
            case
                when is_measured
                then cast({{ lingtan.product(per_unit, 24, 12, "oxidation_ratio", 7, 6) }} as decimal(36, 18))
            end as measured_numerator
        from parts
    ),

    valued as (
        select
            *,
            case
                when measured_numerator < fuel_factor_denominator * 10000
                then {{ lingtan.exact_ratio("measured_numerator", 18, "fuel_factor_denominator", 0, 12, 17) }}
                when factor_rule_code in ('supplier', 'mass', 'value_chain')
                then measured_factor
                when factor_rule_code = 'process' and listed_factor_id is null and term_gas_code = 'CO2'
                then measured_factor
            end as own_factor_value,
            coalesce(measured_numerator >= fuel_factor_denominator * 10000, false) as is_out_of_range,
            -- One line has a factor of each method and gas that is made of what it measured.
            case
                when is_measured and factor_rule_code not in ('fuel', 'conversion')
                then '/' || factor_rule_code || '/' || term_gas_code
                when role_code = 'formula'
                then '/' || term_code || '/' || term_gas_code
                else ''
            end as own_suffix
        from multiplied
    )

select
    *,
    coalesce(own_factor_value, listed_factor_value) as factor_value,
    case
        when own_factor_value is null
        then listed_factor_id
        else 'own/' || submission_id || '/' || table_name || '/' || line_id || own_suffix
    end as factor_id,
    case
        when own_factor_value is not null and role_code = 'formula'
        then 'formula'
        when own_factor_value is not null and factor_rule_code in ('process', 'mass', 'value_chain')
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
