{{ config(materialized="table") }}

-- What stands against a claim (L6): every other claim in the nation whose serials meet its own. One
-- serial has one consumer (a unit of a park) and one year; the same consumer may state a claim again,
-- and then the earlier line holds it. A unit of a nested park states its claim in its own park and in
-- the park around it: one claim, which counts in either. Returns of a park that are not together its
-- year say the same thing twice and are no two claims; what is only at hand stands against nobody else.
with
    meeting as (
        select
            one.submission_id,
            one.table_name,
            one.line_id,
            one.claim_type_code,
            coalesce(one.counted_park_code, one.park_code)
            = coalesce(other.counted_park_code, other.park_code)
            and one.unit_code = other.unit_code as is_same_consumer,
            one.park_code = other.park_code as is_same_park,
            one.claim_year = other.claim_year as is_same_year,
            one.claim_type_code = other.claim_type_code as is_same_type,
            one.is_kept or other.is_kept as is_kept,
            other.claim_order < one.claim_order as is_later,
            other.reference_year as other_reference_year,
            other.park_code as other_park_code,
            other.submission_id as other_submission_id,
            other.table_name as other_table_name,
            other.line_id as other_line_id,
            other.unit_code as other_unit_code,
            other.claim_type_code as other_claim_type_code,
            other.claim_year as other_claim_year,
            case
                when one.serial_first > other.serial_first then one.serial_first else other.serial_first
            end as overlap_first,
            case
                when one.serial_last < other.serial_last then one.serial_last else other.serial_last
            end as overlap_last
        from {{ ref("int_claims__stated") }} as one
        inner join
            {{ ref("int_claims__stated") }} as other
            on one.ledger_code = other.ledger_code
            and one.serial_length = other.serial_length
            and one.cluster_number = other.cluster_number
        where
            one.serial_first <= other.serial_last
            and other.serial_first <= one.serial_last
            and (
                one.submission_id <> other.submission_id
                or one.table_name <> other.table_name
                or one.line_id <> other.line_id
            )
            and case
                when one.park_code = other.park_code and one.reference_year = other.reference_year
                then one.boundary_code = other.boundary_code and one.is_counted = other.is_counted
                else other.is_counted
            end
    ),

    -- A credit that is sold and then retired by its buyer is handed on; its seller must not count it as well.
    related as (
        select
            *,
            case
                when is_same_type and is_same_consumer and is_same_year
                then case when is_same_park and is_later then 'repeated' end
                when is_same_type or is_same_consumer or is_kept
                then 'claimed_twice'
            end as relation_code
        from meeting
    )

select distinct
    submission_id,
    table_name,
    line_id,
    relation_code,
    other_reference_year,
    other_park_code,
    other_submission_id,
    other_table_name,
    other_line_id,
    other_unit_code,
    other_claim_type_code,
    other_claim_year,
    overlap_first,
    overlap_last
from related
where relation_code is not null
