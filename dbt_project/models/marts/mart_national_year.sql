-- Not the sum of the provinces where a method eliminates what parks of two provinces send each other.
select
    reference_year,
    {{ lingtan.cell_columns() }},
    emission_tco2e,
    not_estimated_count,
    park_count_registered,
    park_count_reported,
    park_count_partial
from {{ ref("int_results__totals") }}
where area_code = 'CN'
