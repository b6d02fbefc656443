-- Predecessors of a park that no earlier register of the plan knows.
select
    lineage.reference_year,
    lineage.park_code,
    'NA' as boundary_code,
    parks.province_code,
    'predecessor_unknown' as finding_code,
    lineage.unknown_predecessor_codes as subject_code,
    cast(null as decimal(38, 12)) as value_a,
    cast(null as decimal(38, 12)) as value_b,
    cast(0 as decimal(38, 12)) as difference,
    cast(null as string) as unit_code
from {{ source("plan", "park_lineage") }} as lineage
inner join
    {{ ref("int_parks__registered") }} as parks
    on lineage.reference_year = parks.reference_year
    and lineage.park_code = parks.park_code
where lineage.unknown_predecessor_codes is not null
