{{ config(materialized="table") }}

-- The facts summed once, for every mart of results to read: own entries and park eliminations are the
-- park's; those of a province and of the nation stay apart.
select
    reference_year,
    province_code,
    park_code,
    case when view_code = 'unit' then 'park' else view_code end as view_code,
    {{ lingtan.cell_columns() }},
    is_memo,
    -- What leaves the boundary counts with a minus; its elimination has the sign turned.
    case when entry_kind_code = 'elimination' then - sign else sign end < 0 as is_sent,
    {{ lingtan.netted_entries() }}
from {{ ref("fct_emissions") }}
-- An account of an enterprise is in no result of a park or an area (L6).
where scope_code <> 'account'
group by
    reference_year,
    province_code,
    park_code,
    case when view_code = 'unit' then 'park' else view_code end,
    {{ lingtan.cell_columns() }},
    is_memo,
    case when entry_kind_code = 'elimination' then - sign else sign end < 0
