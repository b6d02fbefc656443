-- One park at a glance. Its figures belong to different methods and
-- bases and stand side by side; none of them is added to another.
with
    nets as (
        select
            reference_year,
            park_code,
            boundary_code,
            max(scope1_tco2e) as scope1_tco2e,
            {%- for basis in ["location", "market"] %}
                max(
                    case when scope2_basis_code = '{{ basis }}' then scope2_tco2e end
                ) as scope2_{{ basis }}_tco2e,
                max(
                    case when scope2_basis_code = '{{ basis }}' then net_after_offsets_tco2e end
                ) as net_after_offsets_{{ basis }}_tco2e,
            {%- endfor %}
            count(case when is_partial then 1 end) > 0 as is_inventory_partial
        from {{ ref("mart_park_net_year") }}
        group by reference_year, park_code, boundary_code
    ),

    -- A ratio beyond the room of its column is a slip; it must not stop the build.
    national as (
        select
            ratios.*,
            case
                when ratios.value_added > 0 and abs(ratios.emission) <= ratios.value_added * 1000000
                then {{ lingtan.exact_ratio("ratios.emission", 12, "ratios.value_added", 6, 6, 20) }}
            end as per_value_added
        from
            (
                select
                    results.*,
                    units.unit_count,
                    units.employees,
                    units.gross_output_current_10k_cny,
                    units.value_added_current_10k_cny,
                    {{ lingtan.fitting_decimal("results.emission_tco2e", 26, 12) }} as emission,
                    {{ lingtan.fitting_decimal("units.value_added_current_10k_cny", 26, 6) }} as value_added
                from {{ ref("mart_park_year") }} as results
                left join
                    {{ ref("int_profile__units") }} as units
                    on results.reference_year = units.reference_year
                    and results.park_code = units.park_code
                    and results.boundary_code = units.boundary_code
                where results.scope2_basis_code = 'NA'
            ) as ratios
    )

select
    parks.reference_year,
    parks.park_code,
    parks.boundary_code,
    parks.province_code,
    parks.submission_count,
    coalesce(national.unit_count, 0) as unit_count,
    national.gross_output_current_10k_cny,
    national.value_added_current_10k_cny,
    national.employees,
    energy.energy_tce,
    power.power_received_mwh,
    power.power_sent_mwh,
    power.green_power_mwh,
    power.direct_power_mwh,
    power.own_generation_mwh,
    power.own_use_mwh,
    power.own_non_fossil_use_mwh,
    power.power_use_mwh,
    power.direct_supply_share_ratio,
    power.direct_supply_share_with_own_use_ratio,
    national.emission_tco2e as nzcp_tco2,
    national.is_partial as is_nzcp_partial,
    nets.scope1_tco2e,
    nets.scope2_location_tco2e,
    nets.scope2_market_tco2e,
    nets.net_after_offsets_location_tco2e,
    nets.net_after_offsets_market_tco2e,
    nets.is_inventory_partial,
    energy.carbon_per_energy,
    cast(national.per_value_added as decimal(26, 12)) as emission_per_value_added
from {{ ref("int_results__expected") }} as parks
{%- for alias, source in {
        "national": "national",
        "nets": "nets",
        "power": ref("int_profile__power_use"),
    }.items() %}
    left join
        {{ source }} as {{ alias }}
        on parks.reference_year = {{ alias }}.reference_year
        and parks.park_code = {{ alias }}.park_code
        and parks.boundary_code = {{ alias }}.boundary_code
{%- endfor %}
left join
    {{ ref("mart_carbon_per_energy") }} as energy
    on parks.reference_year = energy.reference_year
    and parks.park_code = energy.park_code
    and parks.boundary_code = energy.boundary_code
    and energy.energy_method_code = 'EN-CAL-F'
