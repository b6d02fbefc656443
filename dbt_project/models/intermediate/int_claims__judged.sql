{{ config(materialized="ephemeral") }}

-- What becomes of every certificate and offset by itself and beside other claims on its serials: what may
-- count, and why. Plants of which more is claimed than they sent to the grid come after it.
with
    related as (
        select
            submission_id,
            line_id,
            max(case when relation_code = 'claimed_twice' then 1 else 0 end) = 1 as is_claimed_twice
        from {{ ref("int_claims__pairs") }}
        where table_name = 'instruments'
        group by submission_id, line_id
    ),

    judged as (
        select
            lines.*,
            case
                when lines.refusal_code is not null
                then lines.refusal_code
                when related.is_claimed_twice
                then 'claimed_twice'
                when related.line_id is not null
                then 'repeated'
                when lines.held_quantity < lines.quantity
                then 'serials_short'
                else 'counted'
            end as claim_outcome_code
        from {{ ref("int_instruments__lines") }} as lines
        left join related on lines.submission_id = related.submission_id and lines.line_id = related.line_id
    )

select
    submission_id,
    line_id,
    unit_code,
    instrument_type_code,
    bundle_code,
    plant_code,
    cast(substr(generation_month, 1, 4) as integer) as generation_year,
    canonical_unit_code,
    is_generated_later,
    quantity,
    held_quantity,
    claim_outcome_code,
    case
        when claim_outcome_code in ('counted', 'serials_short') then held_quantity else 0
    end as valid_quantity
from judged
