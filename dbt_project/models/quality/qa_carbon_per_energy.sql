with
    ratios as (
        select
            cast(reference_year as string) || '/' || park_code || '/' || energy_method_code as check_key,
            energy_tce is null
            or energy_tce <= 0
            or emission_tco2e is null
            or sign(emission_tco2e) * carbon_per_energy < 0
            -- The value times the energy gives the emission back,
            -- but for the rounding of the value at six decimals.
            or abs(
                cast(carbon_per_energy as decimal(14, 6)) * cast(energy_tce as decimal(23, 6))
                - cast(emission_tco2e as decimal(26, 6))
            )
            > energy_tce as is_failing
        from {{ ref("mart_carbon_per_energy") }}
        where carbon_per_energy is not null
    ),

    unexplained as (
        select
            cast(reference_year as string) || '/' || park_code || '/' || energy_method_code as check_key,
            carbon_per_energy is null and not_determined_reason_code is null as is_failing
        from {{ ref("mart_carbon_per_energy") }}
    )

    {{ lingtan.gate_check("W-RATIO-BOUNDS", "mart_carbon_per_energy", "ratios") }}
union all
{{ lingtan.gate_check("W-RATIO-EXPLAINED", "mart_carbon_per_energy", "unexplained") }}
