{{ config(materialized="ephemeral") }}

-- What each indicator with a published threshold is compared by: one row a park, boundary, indicator and
-- variant of its figure, as a numerator and a denominator.
select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'N-C1' as indicator_code,
    size_class_code,
    emission_tco2e as numerator,
    energy_tce as denominator,
    carbon_per_energy as value,
    not_determined_reason_code as reason_code
from {{ ref("mart_carbon_per_energy") }}
union all
select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'N-G1' as indicator_code,
    'all' as size_class_code,
    clean_energy_tce as numerator,
    energy_tce as denominator,
    clean_share_ratio as value,
    not_determined_reason_code as reason_code
from {{ ref("mart_park_clean_energy") }}
{%- for part, share in {
        "direct_power_mwh": "direct_supply_share_ratio",
        "direct_power_mwh + own_non_fossil_use_mwh": "direct_supply_share_with_own_use_ratio",
    }.items() %}
    union all
    select
        reference_year,
        park_code,
        boundary_code,
        province_code,
        'A4-DL' as indicator_code,
        'all' as size_class_code,
        cast({{ part }} as decimal(38, 12)) as numerator,
        cast(power_use_mwh as decimal(38, 12)) as denominator,
        {{ share }} as value,
        case
            when power_use_mwh is null or {{ part }} is null
            then 'partial'
            when power_use_mwh <= 0
            then 'power_use_not_positive'
        end as reason_code
    from {{ ref("mart_park_profile") }}
{%- endfor %}
