-- Clearing of green power, line by line, for units inside a boundary of a return that counts or is at hand:
-- what claims of its own kind cover, what is grid power then, and what of that certificates cover.
with
    seen as (
        select distinct submission_id, line_id, period_code, reference_year, park_code
        from {{ ref("int_activity") }}
        where table_name = 'power_heat' and direction_code = 'received'
    )

select
    lines.submission_id,
    lines.line_id,
    seen.period_code,
    seen.reference_year,
    seen.park_code,
    lines.unit_code,
    lines.kind_code,
    lines.is_internal_supply,
    lines.quantity as reported_mwh,
    lines.covered_quantity as covered_mwh,
    cast(lines.quantity - lines.covered_quantity as decimal(20, 6)) as grid_mwh,
    cast(
        coalesce(certified.quantity, 0)
        - case when lines.kind_code = 'E-GEC' then lines.covered_quantity else 0 end as decimal(20, 6)
    ) as applied_mwh
from {{ ref("int_clearing__lines") }} as lines
inner join seen on lines.submission_id = seen.submission_id and lines.line_id = seen.line_id
left join
    {{ ref("int_clearing__power") }} as certified
    on lines.submission_id = certified.submission_id
    and lines.line_id = certified.line_id
    and certified.kind_code = 'E-GEC'
