{{ config(materialized="ephemeral") }}

-- The cells of each park, memo items beside the others; whether
-- it sent or received something no longer tells them apart.
select
    reference_year,
    park_code,
    {{ lingtan.cell_columns() }},
    province_code,
    is_memo,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count
from {{ ref("int_results__cells") }}
where view_code = 'park'
group by reference_year, park_code, {{ lingtan.cell_columns() }}, province_code, is_memo
