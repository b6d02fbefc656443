-- Sums of park results, never a province's emissions. A province with registered
-- parks is there with every component of the method, null where no reported park has one.
select
    reference_year,
    area_code as province_code,
    {{ lingtan.cell_columns() }},
    emission_tco2e,
    not_estimated_count,
    park_count_registered,
    park_count_reported,
    park_count_partial
from {{ ref("int_results__totals") }}
where area_code <> 'CN'
