-- Production is what is emitted inside the parks; consumption adds the emission behind what they receive
-- from outside and takes off what they pass on or send from their own plants.
{%- set parts = {
    "production_tco2e": "cells.scope_code = '1'",
    "received_tco2e": "cells.scope_code = '2' and not cells.is_sent",
    "resold_tco2e": "cells.scope_code = '2' and cells.is_sent",
    "own_generation_sent_tco2e": "cells.component_code = 'own_generation_sent'",
} %}
with
    sums as (
        select
            cells.reference_year,
            cells.area_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code,
            {%- for column, condition in parts.items() %}
                cast(
                    sum(case when {{ condition }} then cells.emission_tco2e end) as decimal(38, 12)
                ) as {{ column }},
            {%- endfor %}
            cast(sum(cells.not_estimated_count) as bigint) as not_estimated_count,
            cast(sum(cells.emission_tco2e) as decimal(38, 12)) as consumption_tco2e
        from {{ ref("int_results__areas") }} as cells
        inner join
            {{ ref("int_results__methods") }} as bases
            on cells.reference_year = bases.reference_year
            and cells.method_code = bases.method_code
            and cells.boundary_code = bases.boundary_code
            and cells.scope2_basis_code in ('NA', bases.scope2_basis_code)
        where
            (cells.scope_code in ('1', '2') and not cells.is_memo)
            or (cells.is_memo and cells.component_code = 'own_generation_sent')
        group by
            cells.reference_year,
            cells.area_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code
    )

select
    counts.reference_year,
    counts.area_code,
    counts.boundary_code,
    counts.method_code,
    bases.scope2_basis_code,
    sums.production_tco2e,
    sums.received_tco2e,
    sums.resold_tco2e,
    sums.own_generation_sent_tco2e,
    sums.consumption_tco2e,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    counts.park_count_registered,
    counts.park_count_reported,
    counts.park_count_partial,
    coalesce(sums.not_estimated_count, 0) > 0 or counts.park_count_partial > 0 as is_partial
from {{ ref("int_results__park_counts") }} as counts
inner join
    {{ ref("int_results__methods") }} as bases
    on counts.reference_year = bases.reference_year
    and counts.method_code = bases.method_code
    and counts.boundary_code = bases.boundary_code
    and bases.scope2_basis_code <> 'NA'
left join
    sums
    on counts.reference_year = sums.reference_year
    and counts.area_code = sums.area_code
    and counts.boundary_code = sums.boundary_code
    and counts.method_code = sums.method_code
    and bases.scope2_basis_code = sums.scope2_basis_code
