-- Carbon balances below zero: what comes out of a process cannot be more than what went in.
with
    -- A floor stands at a line of the balance that it lifts to zero.
    balanced as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            method_code,
            unit_code,
            balance_code,
            emission_tco2e
        from {{ ref("int_emissions__balanced") }}
        where is_counted and is_balanced
        union all
        select
            lines.reference_year,
            lines.park_code,
            lines.boundary_code,
            lines.province_code,
            lines.method_code,
            lines.unit_code,
            lines.balance_code,
            floors.emission_tco2e
        from {{ ref("int_emissions__floors") }} as floors
        inner join
            {{ ref("int_emissions__balanced") }} as lines
            on floors.submission_id = lines.submission_id
            and floors.boundary_code = lines.boundary_code
            and floors.method_code = lines.method_code
            and floors.table_name = lines.table_name
            and floors.line_id = lines.line_id
            and floors.gas_code = lines.gas_code
            and lines.is_balanced
        where floors.is_counted
    ),

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
        from balanced
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
