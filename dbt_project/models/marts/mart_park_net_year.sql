-- Two nets: after removals, and after offsets as well. A park that
-- reports no removal has none deducted; the line itself stays null.
{%- set sums = {
    "scope1_tco2e": "1",
    "scope2_tco2e": "2",
    "scope3_tco2e": "3",
    "removals_tco2e": "removal",
    "offsets_tco2e": "offset",
} %}
with
    sums as (
        select
            cells.reference_year,
            cells.park_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code,
            {%- for column, scope in sums.items() %}
                cast(
                    sum(case when cells.scope_code = '{{ scope }}' then cells.emission_tco2e end) as decimal(
                        38, 12
                    )
                ) as {{ column }},
            {%- endfor %}
            cast(
                sum(case when cells.scope_code = '3' then cells.not_estimated_count else 0 end) as bigint
            ) as scope3_not_estimated_count,
            sum(
                case when cells.scope_code in ('removal', 'offset') then cells.not_estimated_count else 0 end
            ) as net_not_estimated_count
        from {{ ref("mart_park_component_year") }} as cells
        inner join
            {{ ref("int_results__methods") }} as bases
            on cells.reference_year = bases.reference_year
            and cells.method_code = bases.method_code
            and cells.boundary_code = bases.boundary_code
            and cells.scope2_basis_code in ('NA', bases.scope2_basis_code)
        group by
            cells.reference_year,
            cells.park_code,
            cells.boundary_code,
            cells.method_code,
            bases.scope2_basis_code
    ),

    -- The gaps of a park that the nets have, and those that scope 3 has.
    gaps as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            max(case when is_net_gap then 1 else 0 end) = 1 as is_net_gap,
            cast(count(case when is_value_chain_gap then 1 end) as bigint) as value_chain_count
        from {{ ref("int_gaps__parks") }}
        group by reference_year, park_code, boundary_code, method_code
    )

select
    results.reference_year,
    results.park_code,
    results.boundary_code,
    results.method_code,
    results.scope2_basis_code,
    results.province_code,
    sums.scope1_tco2e,
    sums.scope2_tco2e,
    results.emission_tco2e as gross_tco2e,
    sums.removals_tco2e,
    cast(
        results.emission_tco2e + coalesce(sums.removals_tco2e, 0) as decimal(38, 12)
    ) as net_after_removals_tco2e,
    sums.offsets_tco2e,
    cast(
        results.emission_tco2e
        + coalesce(sums.removals_tco2e, 0)
        + coalesce(sums.offsets_tco2e, 0) as decimal(38, 12)
    ) as net_after_offsets_tco2e,
    sums.scope3_tco2e,
    coalesce(sums.scope3_not_estimated_count, 0)
    + coalesce(gaps.value_chain_count, 0) as scope3_not_estimated_count,
    coalesce(scope3.screened_category_count, 0) as scope3_screened_category_count,
    scope3.scope3_coverage_ratio,
    results.is_partial
    or coalesce(sums.net_not_estimated_count, 0) > 0
    or coalesce(gaps.is_net_gap, false) as is_partial
from {{ ref("mart_park_year") }} as results
left join
    sums
    on results.reference_year = sums.reference_year
    and results.park_code = sums.park_code
    and results.boundary_code = sums.boundary_code
    and results.method_code = sums.method_code
    and results.scope2_basis_code = sums.scope2_basis_code
left join
    gaps
    on results.reference_year = gaps.reference_year
    and results.park_code = gaps.park_code
    and results.boundary_code = gaps.boundary_code
    and results.method_code = gaps.method_code
left join
    {{ ref("int_scope3__parks") }} as scope3
    on results.reference_year = scope3.reference_year
    and results.park_code = scope3.park_code
    and results.boundary_code = scope3.boundary_code
    and results.method_code = scope3.method_code
where results.scope2_basis_code <> 'NA'
