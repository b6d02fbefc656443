select
    cast(cells.reference_year as integer) as reference_year,
    cells.measure_code,
    cells.level_code,
    cells.cell_code,
    cast(cells.contributor_count as bigint) as contributor_count,
    cast(cells.exact_value as decimal(38, 12)) as exact_value,
    cells.unit,
    cells.protection_status_code,
    cells.protection_reason_codes,
    cast(cells.protected_below as decimal(38, 12)) as protected_below,
    cast(cells.protected_above as decimal(38, 12)) as protected_above,
    cast(cells.published_value as decimal(38, 12)) as published_value
from {{ source("stat", "stat_public_cells") }} as cells
