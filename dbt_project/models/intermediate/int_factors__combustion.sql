-- CH4 and N2O of combustion by class and fuel: the
-- row of the fuel itself, else that of its group.
with
    candidates as (
        select
            carriers.carrier_code,
            factors.combustion_class_code,
            factors.gas_code,
            factors.value_kg_per_tj,
            factors.document_code,
            factors.is_verified,
            factors.is_attribution_verified,
            row_number() over (
                partition by carriers.carrier_code, factors.combustion_class_code, factors.gas_code
                order by case when factors.carrier_code is null then 2 else 1 end nulls last
            ) as choice
        from {{ ref("carriers") }} as carriers
        inner join
            {{ ref("combustion_factors") }} as factors
            on carriers.carrier_group_code = factors.carrier_group_code
            and coalesce(factors.carrier_code, carriers.carrier_code) = carriers.carrier_code
        where carriers.is_fuel
    )

select
    carrier_code,
    combustion_class_code,
    gas_code,
    value_kg_per_tj,
    document_code,
    is_verified,
    is_attribution_verified
from candidates
where choice = 1
