with
    used as (
        select distinct factor_id
        from {{ ref("fct_emissions") }}
        where factor_id is not null
        union
        select distinct factor_id
        from {{ ref("fct_province_emissions") }}
        where factor_id is not null
    ),

    documented as (
        select
            used.factor_id as check_key,
            factors.factor_id is null
            or documents.document_code is null
            or factors.unit is null
            or factors.purpose_code is null as is_failing
        from used
        left join {{ ref("dim_factors") }} as factors on used.factor_id = factors.factor_id
        left join {{ ref("dim_documents") }} as documents on factors.document_code = documents.document_code
    ),

    -- Every emission is sign x quantity x factor of its
    -- row; the floors alone are amounts.
    without_factor as (
        select
            submission_id || '/' || table_name || '/' || line_id as check_key,
            emission_tco2e <> 0
            and factor_id is null
            and activity_code not in ('process/floor', 'other_gases/floor') as is_failing
        from {{ ref("fct_emissions") }}
        where emission_tco2e is not null
        union all
        select
            submission_id || '/' || row_code || '/' || carrier_code as check_key,
            emission_tco2e <> 0 and factor_id is null as is_failing
        from {{ ref("fct_province_emissions") }}
        where emission_tco2e is not null
    ),

    -- The equivalent of a mass is its mass x the one potential of the method's set, half up once.
    equivalents as (
        select
            cast(facts.reference_year as string)
            || '/'
            || facts.method_code
            || '/'
            || facts.gas_code as check_key,
            facts.gas_code <> 'CO2e'
            and (potentials.gwp is null or facts.gwp_value <> potentials.gwp)
            or facts.mass_t is null
            or facts.gwp_value is null as is_failing
        from
            (
                select reference_year, method_code, method_version, gas_code, gwp_value, min(mass_t) as mass_t
                from {{ ref("fct_emissions") }}
                where emission_tco2e is not null
                group by reference_year, method_code, method_version, gas_code, gwp_value
            ) as facts
        inner join
            {{ ref("int_methods__planned") }} as methods
            on facts.reference_year = methods.reference_year
            and facts.method_code = methods.method_code
            and facts.method_version = methods.method_version
        left join
            {{ ref("gwp") }} as potentials
            on methods.gwp_set_code = potentials.gwp_set_code
            and facts.gas_code = potentials.gas_code
    ),

    matched as (
        select
            cast(reference_year as string)
            || '/'
            || purpose_code
            || '/'
            || activity_code
            || '/'
            || carrier_code
            || '/'
            || gas_code
            || '/'
            || region_code as check_key,
            count(*) > 1 as is_failing
        from {{ ref("int_factors__matched") }}
        group by reference_year, purpose_code, activity_code, carrier_code, gas_code, region_code
    )

    {{ lingtan.gate_check("W-FACTORS-DOCUMENTED", "dim_factors", "documented") }}
union all
{{ lingtan.gate_check("W-EMISSIONS-HAVE-FACTOR", "fct_emissions", "without_factor") }}
union all
{{ lingtan.gate_check("W-FACTORS-UNIQUE", "int_factors__matched", "matched") }}
union all
{{ lingtan.gate_check("W-GWP", "fct_emissions", "equivalents") }}
