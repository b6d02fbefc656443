-- Every park with a counted return has its row, also where no line
-- meets a term: then the emission is null, not zero.
with
    sums as (
        select
            cells.reference_year,
            cells.park_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code,
            cast(sum(cells.emission_tco2e) as decimal(38, 12)) as emission_tco2e,
            cast(sum(cells.not_estimated_count) as bigint) as not_estimated_count
        from {{ ref("mart_park_component_year") }} as cells
        inner join
            {{ ref("int_results__methods") }} as bases
            on cells.reference_year = bases.reference_year
            and cells.method_code = bases.method_code
            and cells.boundary_code = bases.boundary_code
            and cells.scope2_basis_code in ('NA', bases.scope2_basis_code)
        where cells.scope_code in ('NA', '1', '2')
        group by
            cells.reference_year,
            cells.park_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code
    ),

    -- Parks with a gap that the total would have counted.
    gaps as (
        select distinct reference_year, park_code, boundary_code, method_code
        from {{ ref("int_gaps__parks") }}
        where is_gross_gap
    )

select
    parks.reference_year,
    parks.park_code,
    parks.boundary_code,
    methods.method_code,
    methods.scope2_basis_code,
    parks.province_code,
    sums.emission_tco2e,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    parks.rows_refused as refused_row_count,
    coalesce(sums.not_estimated_count, 0) > 0 or gaps.park_code is not null as is_partial
from {{ ref("int_results__expected") }} as parks
inner join
    {{ ref("int_results__methods") }} as methods
    on parks.reference_year = methods.reference_year
    and parks.boundary_code = methods.boundary_code
left join
    sums
    on parks.reference_year = sums.reference_year
    and parks.park_code = sums.park_code
    and parks.boundary_code = sums.boundary_code
    and methods.method_code = sums.method_code
    and methods.scope2_basis_code = sums.scope2_basis_code
left join
    gaps
    on parks.reference_year = gaps.reference_year
    and parks.park_code = gaps.park_code
    and parks.boundary_code = gaps.boundary_code
    and methods.method_code = gaps.method_code
