-- What goes from one unit of a park to another is
-- nothing for the park, in emissions and in energy (L6).
with
    emissions as (
        select
            submission_id || '/' || line_id || '/' || term_code as check_key,
            coalesce(sum(emission_tco2e), 0) <> 0 or count(*) <> 2 as is_failing
        from {{ ref("fct_emissions") }}
        where
            exists (
                select 1
                from {{ ref("fct_power_heat") }} as lines
                where
                    lines.is_internal
                    and lines.submission_id = fct_emissions.submission_id
                    and lines.line_id = fct_emissions.line_id
            )
            and table_name = 'power_heat'
        group by submission_id, line_id, method_code, method_version, term_code
    ),

    energy as (
        select
            submission_id || '/' || line_id || '/' || energy_method_code as check_key,
            coalesce(sum(energy_tce), 0) <> 0 or count(*) <> 2 as is_failing
        from {{ ref("fct_energy") }}
        where
            exists (
                select 1
                from {{ ref("fct_power_heat") }} as lines
                where
                    lines.is_internal
                    and lines.submission_id = fct_energy.submission_id
                    and lines.line_id = fct_energy.line_id
            )
            and table_name = 'power_heat'
        group by submission_id, line_id, energy_method_code
    )

    {{ lingtan.gate_check("W-INTERNAL-ZERO", "fct_emissions", "emissions") }}
union all
{{ lingtan.gate_check("W-INTERNAL-ZERO", "fct_energy", "energy") }}
