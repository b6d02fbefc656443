{{ config(materialized="ephemeral") }}

-- Removals and storage in t CO2. What was sold as credits is a line of its own; nothing is added back for
-- what is not stored. A removal whose credits another one retires counts nothing unless they are added back.
with
    contested as (
        select distinct submission_id, line_id
        from {{ ref("int_claims__pairs") }}
        where table_name = 'removals' and relation_code = 'claimed_twice'
    ),

    removals as (
        select lines.*, lines.is_kept and contested.line_id is not null as is_blocked
        from {{ ref("int_removals__lines") }} as lines
        left join
            contested on lines.submission_id = contested.submission_id and lines.line_id = contested.line_id
    ),

    lines as (
        select
            submission_id,
            line_id,
            unit_code,
            removal_type_code as source_code,
            role_code,
            is_convertible,
            reported_quantity,
            notation_key_code,
            quantity
        from removals
        union all
        select
            submission_id,
            line_id,
            unit_code,
            removal_type_code as source_code,
            'credit_sold' as role_code,
            is_convertible,
            case when is_blocked then reported_quantity else reported_credit_sold end as reported_quantity,
            case
                when is_blocked then notation_key_code else credit_sold_notation_key_code
            end as notation_key_code,
            case when is_blocked then quantity else credit_quantity end as quantity
        from removals
        where
            role_code <> 'not_stored'
            and (is_blocked or reported_credit_sold is not null or credit_sold_notation_key_code is not null)
    ),

    judged as (
        select
            *,
            'removals' as table_name,
            'removals/' || role_code as activity_code,
            'CO2' as gas_code,
            't' as canonical_unit_code,
            {{ lingtan.judged_quantity() }}
        from lines
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code"]) }}
from judged
