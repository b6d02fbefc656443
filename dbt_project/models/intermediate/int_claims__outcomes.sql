{{ config(materialized="table") }}

-- What becomes of every certificate and offset before it meets the power of its unit: what may count, what
-- is blocked because somebody else claims its serials, and why.
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
    canonical_unit_code,
    is_generated_later,
    quantity,
    claim_outcome_code,
    case
        when claim_outcome_code in ('counted', 'serials_short') then held_quantity else 0
    end as valid_quantity,
    case when claim_outcome_code = 'claimed_twice' then quantity else 0 end as blocked_quantity
from judged
