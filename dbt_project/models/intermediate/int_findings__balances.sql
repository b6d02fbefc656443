{{ config(materialized="ephemeral") }}

-- Carbon balances below zero: what comes out of a process, or is deducted from it, cannot be more than
-- what went in. A floor lifts the total to zero; the finding stays.
with
    balances as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            method_code || '/' || unit_code || '/' || balance_code as subject_code,
            cast(
                coalesce(sum(case when emission_tco2e > 0 then emission_tco2e end), 0) as decimal(38, 12)
            ) as carbon_in_tco2,
            cast(
                - coalesce(sum(case when emission_tco2e < 0 then emission_tco2e end), 0) as decimal(38, 12)
            ) as carbon_out_tco2
        from {{ ref("int_emissions__balanced") }}
        where is_counted and is_balanced and scope_code <> 'account'
        group by reference_year, park_code, boundary_code, province_code, method_code, unit_code, balance_code
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'negative_balance' as finding_code,
    subject_code,
    carbon_in_tco2 as value_a,
    carbon_out_tco2 as value_b,
    cast(carbon_in_tco2 - carbon_out_tco2 as decimal(38, 12)) as difference,
    'tCO2' as unit_code
from balances
where carbon_in_tco2 < carbon_out_tco2
