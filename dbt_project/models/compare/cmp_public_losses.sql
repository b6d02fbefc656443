with
    counted as (
        select
            reference_year,
            measure_code,
            any_value(unit) as unit,
            count(*) as cell_count,
            count(*) filter (protection_status_code = 'primary') as primary_count,
            count(*) filter (protection_status_code = 'secondary') as secondary_count
        from {{ source("stat", "stat_public_cells") }}
        group by all
    )

select
    cast(counted.reference_year as integer) as reference_year,
    counted.measure_code,
    counted.unit,
    counted.cell_count,
    counted.primary_count,
    counted.secondary_count,
    cast(losses.loss as decimal(38, 6)) as publication_loss,
    cast(losses.loss_bound as decimal(38, 6)) as publication_loss_bound,
    {{
        lingtan.exact_ratio(
            lingtan.fitting_decimal("losses.loss", 26, 6),
            6,
            lingtan.fitting_decimal("losses.loss_bound", 26, 6),
            6,
            6,
            12,
        )
    }} as loss_to_bound_ratio
from counted
join {{ source("stat", "stat_public_losses") }} as losses using (reference_year, measure_code)
