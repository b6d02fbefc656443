{{ config(materialized="table") }}

-- The facts summed once, for every mart of results to read: own entries and park eliminations are the
-- park's; those of a province and of the nation stay apart. An elimination takes its own entry back, from
-- the sum and from the count of what is missing: what stays inside is nothing, also where nobody knows it.
select
    reference_year,
    province_code,
    park_code,
    boundary_code,
    case when view_code = 'unit' then 'park' else view_code end as view_code,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    -- What leaves the boundary counts with a minus; its elimination has the sign turned.
    case when entry_kind_code = 'elimination' then - sign else sign end < 0 as is_sent,
    cast(
        coalesce(
            sum(emission_tco2e),
            case when count(case when entry_kind_code = 'elimination' then 1 end) > 0 then 0 end
        ) as decimal(38, 12)
    ) as emission_tco2e,
    cast(
        sum(
            case
                when not_estimated_reason_code is null
                then 0
                when entry_kind_code = 'elimination'
                then -1
                else 1
            end
        ) as bigint
    ) as not_estimated_count
from {{ ref("fct_emissions") }}
group by
    reference_year,
    province_code,
    park_code,
    boundary_code,
    case when view_code = 'unit' then 'park' else view_code end,
    method_code,
    scope_code,
    scope2_basis_code,
    component_code,
    gas_group_code,
    is_memo,
    case when entry_kind_code = 'elimination' then - sign else sign end < 0
