{{ config(materialized="table") }}

-- One row for each key and reference year: the newest data year that is not after
-- the year. Ranked, not cut: two rows of one key and age both stay, and the test
-- of this model stops the build (L8). Ages are compared within the shipped factors
-- and within those of the office: a factor of the office never replaces a shipped
-- one by its year. A yearly coefficient fits its year only.
with
    candidates as (
        select
            years.reference_year,
            factors.*,
            -- A fuel's factor fits that fuel; power, heat and processes are known by their activity.
            case when carriers.is_fuel then factors.carrier_code else 'NA' end as match_carrier_code,
            rank() over (
                partition by
                    years.reference_year,
                    factors.purpose_code,
                    factors.activity_code,
                    factors.carrier_code,
                    factors.gas_code,
                    factors.region_code,
                    factors.is_office_set
                order by factors.data_year desc nulls last
            ) as age
        from {{ ref("int_factors__all") }} as factors
        inner join
            {{ ref("stg_plan__reference_years") }} as years
            on (
                factors.data_year = years.reference_year
                or (
                    factors.purpose_code <> 'energy_equivalent'
                    and (factors.data_year is null or factors.data_year <= years.reference_year)
                )
            )
            and (factors.valid_from is null or year(factors.valid_from) <= years.reference_year)
            and (factors.valid_to is null or year(factors.valid_to) >= years.reference_year)
        left join {{ ref("carriers") }} as carriers on factors.carrier_code = carriers.carrier_code
    )

select
    cast(reference_year as integer) as reference_year,
    purpose_code,
    activity_code,
    carrier_code,
    match_carrier_code,
    gas_code,
    region_code,
    factor_id,
    factor_set_code,
    data_year,
    value as factor_value,
    unit,
    document_code,
    is_verified,
    is_fallback,
    is_office_set
from candidates
where age = 1
