{{ config(materialized="ephemeral") }}

-- Parameters as submitted, in their canonical unit. A refused row leaves its parameter unknown: what is
-- listed must not stand in for what a unit measured and got wrong. Of two rows of one parameter neither
-- holds.
with
    lines as (
        select
            parameters.submission_id,
            parameters.table_name,
            parameters.of_line as line_id,
            parameters.parameter_code,
            parameters.evidence_tier_code,
            parameters.evidence,
            known.canonical_unit_code,
            case
                when
                    parameters.row_disposition = 'used'
                    and units.canonical_unit_code = known.canonical_unit_code
                then {{ lingtan.canonical_quantity("parameters.reported_value", "units.multiplier") }}
            end as parameter_value
        from {{ ref("stg_park_return__parameters") }} as parameters
        inner join {{ ref("line_parameters") }} as known on parameters.parameter_code = known.parameter_code
        left join {{ ref("units") }} as units on parameters.reported_unit_code = units.unit_code
        where parameters.of_line is not null and parameters.table_name is not null
    )

select
    submission_id,
    table_name,
    line_id,
    parameter_code,
    canonical_unit_code,
    min(evidence_tier_code) as evidence_tier_code,
    min(evidence) as evidence,
    case when count(*) = 1 then min(parameter_value) end as parameter_value
from lines
group by submission_id, table_name, line_id, parameter_code, canonical_unit_code
