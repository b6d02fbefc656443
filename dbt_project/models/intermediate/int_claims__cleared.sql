{{ config(materialized="ephemeral") }}

-- What of every certificate and offset counts in the end: of certificates that may count, in the order of
-- lines, what the power of their unit took of their bundle (int_clearing__power).
with
    power as (
        select
            submission_id,
            unit_code,
            case kind_code when 'E-GT' then 'green_trade' else 'unbundled' end as bundle_code,
            sum(quantity) as cleared_quantity
        from {{ ref("int_clearing__power") }}
        where kind_code in ('E-GT', 'E-GEC')
        group by submission_id, unit_code, kind_code
    ),

    lines as (
        select
            outcomes.*,
            coalesce(power.cleared_quantity, 0) - coalesce(
                sum(outcomes.valid_quantity) over (
                    partition by
                        outcomes.submission_id,
                        outcomes.unit_code,
                        outcomes.bundle_code,
                        outcomes.instrument_type_code
                    order by outcomes.line_id nulls last
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ) as left_quantity
        from {{ ref("int_claims__outcomes") }} as outcomes
        left join
            power
            on outcomes.submission_id = power.submission_id
            and outcomes.unit_code = power.unit_code
            and outcomes.bundle_code = power.bundle_code
            and outcomes.instrument_type_code = 'green_certificate'
    ),

    counted as (
        select
            *,
            case
                when instrument_type_code = 'offset' or valid_quantity <= left_quantity
                then valid_quantity
                when left_quantity > 0
                then left_quantity
                else 0
            end as counted_quantity
        from lines
    )

select
    submission_id,
    line_id,
    unit_code,
    instrument_type_code,
    case
        when claim_outcome_code = 'exceeds_grid_power' then plant_park_code || '/' || plant_code
    end as plant_key,
    quantity,
    blocked_quantity,
    cast(counted_quantity as decimal(20, 6)) as counted_quantity,
    case
        when claim_outcome_code = 'counted' and counted_quantity < valid_quantity
        then 'above_consumption'
        else claim_outcome_code
    end as claim_outcome_code
from counted
