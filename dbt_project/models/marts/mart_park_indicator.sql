{#- What keeps a variant from being judged outweighs what the other variants say, in this order. -#}
{%- set reasons = [
    "partial",
    "emission_negative",
    "energy_not_positive",
    "power_use_not_positive",
    "value_out_of_range",
] -%}
-- Each indicator with a published threshold, judged in every variant that exists: met or not met only where
-- all of them agree. A share or ratio is never compared as rounded: its parts are cross-multiplied.
with
    compared as (
        select
            variants.*,
            thresholds.threshold_value,
            thresholds.comparison_code,
            thresholds.is_verified,
            {{ lingtan.fitting_decimal("variants.numerator", 26, 12) }} as fitting_numerator,
            {{ lingtan.fitting_decimal("variants.denominator", 26, 12) }} as fitting_denominator
        from {{ ref("int_indicators__variants") }} as variants
        left join
            {{ ref("indicator_thresholds") }} as thresholds
            on thresholds.system_code = 'CN-NDRC-910'
            and variants.indicator_code = thresholds.indicator_code
            and variants.size_class_code = thresholds.size_class_code
        -- A measure without its coefficient for the year is no variant.
        where coalesce(variants.reason_code, '') <> 'no_equivalent_coefficient'
    ),

    judged as (
        select
            *,
            case
                when reason_code is not null
                then null
                when comparison_code = 'at_most'
                then
                    fitting_numerator
                    <= {{ lingtan.product("fitting_denominator", 26, 12, "threshold_value", 10, 6) }}
                when comparison_code = 'at_least'
                then
                    fitting_numerator
                    >= {{ lingtan.product("fitting_denominator", 26, 12, "threshold_value", 10, 6) }}
            end as is_met
        from compared
    ),

    counted as (
        select
            reference_year,
            park_code,
            boundary_code,
            indicator_code,
            max(province_code) as province_code,
            cast(min(value) as decimal(26, 12)) as value_least,
            cast(max(value) as decimal(26, 12)) as value_most,
            -- One threshold, or none where the variants lie in different size classes.
            case
                when min(size_class_code) = max(size_class_code) and count(*) = count(size_class_code)
                then cast(max(threshold_value) as decimal(26, 12))
            end as threshold_value,
            count(case when not is_verified then 1 end) = 0 as is_threshold_verified,
            count(*) as variant_count,
            count(case when is_met then 1 end) as variant_count_met,
            count(case when not is_met then 1 end) as variant_count_not_met,
            {%- for reason in reasons %}
                count(case when reason_code = '{{ reason }}' then 1 end) as {{ reason }}_count,
            {%- endfor %}
            count(case when reason_code = 'below_threshold_range' then 1 end) as below_range_count
        from judged
        group by reference_year, park_code, boundary_code, indicator_code
    )

select
    reference_year,
    park_code,
    boundary_code,
    indicator_code,
    province_code,
    case
        when variant_count_met = variant_count
        then 'met'
        when variant_count_not_met = variant_count
        then 'not_met'
        else 'not_determined'
    end as status_code,
    case
        when variant_count in (variant_count_met, variant_count_not_met)
        then null
        {%- for reason in reasons %} when {{ reason }}_count > 0 then '{{ reason }}' {%- endfor %}
        -- Too small for a threshold by one denominator and not by another is a disagreement too.
        when below_range_count = variant_count
        then 'below_threshold_range'
        else 'variants_disagree'
    end as not_determined_reason_code,
    value_least,
    value_most,
    threshold_value,
    is_threshold_verified,
    variant_count,
    variant_count_met,
    variant_count_not_met
from counted
