-- Location and market are two views of one scope 2; a sum takes one of them, never both.
select
    reference_year,
    park_code,
    {{ lingtan.cell_columns() }},
    province_code,
    emission_tco2e,
    not_estimated_count,
    not_estimated_count > 0 as is_partial
from {{ ref("int_results__parks") }}
where not is_memo
