-- Eliminations take their own entry back, from the sum and from the count of what is missing.
select
    facts.reference_year,
    facts.park_code,
    facts.boundary_code,
    facts.method_code,
    facts.component_code,
    facts.province_code,
    cast(sum(facts.emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(
        sum(
            case
                when facts.not_estimated_reason_code is null
                then 0
                when facts.entry_kind_code = 'elimination'
                then -1
                else 1
            end
        ) as bigint
    ) as not_estimated_count,
    sum(
        case
            when facts.not_estimated_reason_code is null
            then 0
            when facts.entry_kind_code = 'elimination'
            then -1
            else 1
        end
    )
    > 0 as is_partial
from {{ ref("fct_emissions") }} as facts
where not facts.is_memo and facts.view_code in ('unit', 'park')
group by
    facts.reference_year,
    facts.park_code,
    facts.boundary_code,
    facts.method_code,
    facts.component_code,
    facts.province_code
