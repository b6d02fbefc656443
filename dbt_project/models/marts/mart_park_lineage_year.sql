-- Parks that splits, merges and new codes tie together over the years, summed: the line lasts where its parks
-- do not. Sums over lines are sums over parks.
select
    cells.reference_year,
    coalesce(lines.lineage_code, cells.park_code) as lineage_code,
    {%- for column in lingtan.cell_columns().split(",") %} cells.{{ column | trim }}, {%- endfor %}
    cast(sum(cells.emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(cells.not_estimated_count) as bigint) as not_estimated_count,
    cast(count(*) as bigint) as park_count
from {{ ref("mart_park_component_year") }} as cells
left join
    {{ source("plan", "park_lineage") }} as lines
    on cells.reference_year = lines.reference_year
    and cells.park_code = lines.park_code
group by
    cells.reference_year,
    coalesce(lines.lineage_code, cells.park_code),
    {%- for column in lingtan.cell_columns().split(",") %}
        cells.{{ column | trim }} {%- if not loop.last %},{% endif %}
    {%- endfor %}
