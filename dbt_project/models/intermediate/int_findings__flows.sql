{{ config(materialized="ephemeral") }}

-- Flows of which sender and receiver, both in parks that reported, say different figures: the park of
-- each end has the finding, once where both are units of one park. No figure changes.
with
    differing as (
        select *, commodity_code || '/' || from_node_code || '>' || to_node_code as subject_code
        from {{ ref("mart_flow_matrix") }}
        where difference_quantity <> 0
    ),

    ends as (
        select *, from_park_code as park_code
        from differing
        union all
        select *, to_park_code as park_code
        from differing
        where to_park_code <> from_park_code
    )

select
    ends.reference_year,
    ends.park_code,
    ends.boundary_code,
    parks.province_code,
    'flow_asymmetric' as finding_code,
    ends.subject_code,
    cast(ends.sent_quantity as decimal(38, 12)) as value_a,
    cast(ends.received_quantity as decimal(38, 12)) as value_b,
    cast(ends.difference_quantity as decimal(38, 12)) as difference,
    ends.canonical_unit_code as unit_code
from ends
inner join
    {{ ref("int_parks__boundaries") }} as parks
    on ends.reference_year = parks.reference_year
    and ends.park_code = parks.park_code
    and ends.boundary_code = parks.boundary_code
