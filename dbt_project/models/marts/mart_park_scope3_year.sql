-- Location and market differ in what was resold alone; a category that nobody screened and nothing meets has
-- no row. Energy resold stands in category 3 already: a park that reports the category too may count it
-- twice.
with
    emissions as (
        select
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.method_code,
            bases.scope2_basis_code,
            facts.source_category_code as scope3_category_code,
            cast(max(case when facts.table_name = 'power_heat' then 1 else 0 end) as integer) as has_resold,
            {{ lingtan.netted_entries() }}
        from {{ ref("fct_emissions") }} as facts
        inner join
            {{ ref("int_results__methods") }} as bases
            on facts.reference_year = bases.reference_year
            and facts.method_code = bases.method_code
            and facts.boundary_code = bases.boundary_code
            and facts.scope2_basis_code in ('NA', bases.scope2_basis_code)
        where facts.scope_code = '3' and facts.view_code in ('unit', 'park')
        group by
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.method_code,
            bases.scope2_basis_code,
            facts.source_category_code
    ),

    screened as (
        select categories.*, bases.scope2_basis_code
        from {{ ref("int_scope3__categories") }} as categories
        inner join
            {{ ref("int_results__methods") }} as bases
            on categories.reference_year = bases.reference_year
            and categories.method_code = bases.method_code
            and categories.boundary_code = bases.boundary_code
    ),

    keys as (
        select reference_year, park_code, boundary_code, method_code, scope2_basis_code, scope3_category_code
        from emissions
        union
        select reference_year, park_code, boundary_code, method_code, scope2_basis_code, scope3_category_code
        from screened
    )

select
    keys.reference_year,
    keys.park_code,
    keys.boundary_code,
    keys.method_code,
    keys.scope2_basis_code,
    keys.scope3_category_code,
    expected.province_code,
    case
        when screened.is_relevant then 'relevant' when not screened.is_relevant then 'not_relevant'
    end as relevance_code,
    cast(emissions.emission_tco2e as decimal(38, 12)) as emission_tco2e,
    coalesce(emissions.not_estimated_count, 0) as not_estimated_count,
    coalesce(screened.line_count, 0) as line_count,
    cast(screened.screened_tco2e as decimal(38, 12)) as screened_tco2e,
    case
        when screened.unscreened_line_count = 0
        then
            cast(
                {{
                    lingtan.exact_ratio(
                        "coalesce(screened.covered_tco2e, 0)", 6, "screened.screened_tco2e", 6, 6
                    )
                }} as decimal(26, 12)
            )
    end as scope3_coverage_ratio,
    coalesce(emissions.has_resold = 1 and screened.is_relevant, false) as has_overlap
from keys
inner join
    {{ ref("int_results__expected") }} as expected
    on keys.reference_year = expected.reference_year
    and keys.park_code = expected.park_code
    and keys.boundary_code = expected.boundary_code
{%- for alias in ["emissions", "screened"] %}
    left join
        {{ alias }}
        on keys.reference_year = {{ alias }}.reference_year
        and keys.park_code = {{ alias }}.park_code
        and keys.boundary_code = {{ alias }}.boundary_code
        and keys.method_code = {{ alias }}.method_code
        and keys.scope2_basis_code = {{ alias }}.scope2_basis_code
        and keys.scope3_category_code = {{ alias }}.scope3_category_code
{%- endfor %}
