-- The cells of each province and of the nation (CN): own entries with the eliminations up
-- to the area's view, so that what one park sends another of the area is in no total (L6).
with
    areas as (
        select *, province_code as area_code
        from {{ ref("int_results__cells") }}
        where view_code in ('park', 'province')
        union all
        select *, 'CN' as area_code
        from {{ ref("int_results__cells") }}
    )

select
    reference_year,
    area_code,
    {{ lingtan.cell_columns() }},
    is_memo,
    is_sent,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count
from areas
group by reference_year, area_code, {{ lingtan.cell_columns() }}, is_memo, is_sent
