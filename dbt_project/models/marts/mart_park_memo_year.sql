-- Shown beside the totals and never added to them.
select
    reference_year,
    park_code,
    {{ lingtan.cell_columns() }},
    province_code,
    emission_tco2e,
    not_estimated_count,
    not_estimated_count > 0 as is_partial
from {{ ref("int_results__parks") }}
where is_memo
