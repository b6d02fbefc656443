{{ config(materialized="ephemeral") }}

-- Each line with a claim that other claims stand against, and which they are.
select
    submission_id,
    table_name,
    line_id,
    max(case when relation_code = 'claimed_twice' then 1 else 0 end) as is_claimed_twice,
    count(*) as collision_count,
    {{
        lingtan.key_list(
            "other_park_code || '/' || other_unit_code || '/' || other_line_id || ' ' || overlap_first || '..' || overlap_last",
            "true",
        )
    }}
    as collides_with
from {{ ref("int_claims__pairs") }}
group by submission_id, table_name, line_id
