{{ config(materialized="ephemeral") }}

-- Offsets in t CO2e, and whether they are retired for the year with serials that nobody else claims.
-- Certificates make no activity: they decide what power counts as (int_clearing__power).
with
    lines as (
        select offsets.*, outcomes.claim_outcome_code = 'counted' as is_retired
        from {{ ref("int_instruments__lines") }} as offsets
        inner join
            {{ ref("int_claims__outcomes") }} as outcomes
            on offsets.submission_id = outcomes.submission_id
            and offsets.line_id = outcomes.line_id
        where offsets.instrument_type_code = 'offset'
    ),

    judged as (
        select
            submission_id,
            line_id,
            unit_code,
            canonical_unit_code,
            notation_key_code,
            is_retired,
            'instruments' as table_name,
            'instruments/offset' as activity_code,
            'CO2e' as gas_code,
            {{ lingtan.judged_quantity() }}
        from lines
    )

select {{ lingtan.activity_columns(["gas_code", "is_retired"]) }}
from judged
