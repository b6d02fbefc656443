{{ config(materialized="ephemeral") }}

-- What is missing of a park beyond its lines: rows refused, source categories declared not estimated, a year
-- or a boundary that nobody reported, a return without any line that counts. One row a gap.
with
    methods as (
        select distinct reference_year, method_code, boundary_code from {{ ref("int_results__methods") }}
    ),

    -- A boundary that some return of the year reports, be it a year or not.
    told as (
        select distinct reference_year, park_code, boundary_code from {{ ref("int_periods__boundaries") }}
    ),

    absent as (
        select
            parks.reference_year,
            parks.province_code,
            parks.park_code,
            methods.boundary_code,
            methods.method_code,
            'NA' as term_code,
            case
                when parks.year_source_code = 'none'
                then 'not_reported'
                when not parks.has_return or told.park_code is not null
                then 'periods_incomplete'
                else 'boundary_not_reported'
            end as reason_code
        from {{ ref("dim_parks") }} as parks
        inner join methods on parks.reference_year = methods.reference_year
        left join
            {{ ref("int_results__expected") }} as expected
            on parks.reference_year = expected.reference_year
            and parks.park_code = expected.park_code
            and methods.boundary_code = expected.boundary_code
        left join
            told
            on parks.reference_year = told.reference_year
            and parks.park_code = told.park_code
            and methods.boundary_code = told.boundary_code
        where expected.park_code is null
    ),

    with_cells as (
        select distinct reference_year, park_code, boundary_code, method_code
        from {{ ref("mart_park_component_year") }}
    ),

    empty as (
        select
            expected.reference_year,
            expected.province_code,
            expected.park_code,
            expected.boundary_code,
            methods.method_code,
            'NA' as term_code,
            'no_activity_reported' as reason_code
        from {{ ref("int_results__expected") }} as expected
        inner join
            methods
            on expected.reference_year = methods.reference_year
            and expected.boundary_code = methods.boundary_code
        left join
            with_cells
            on expected.reference_year = with_cells.reference_year
            and expected.park_code = with_cells.park_code
            and expected.boundary_code = with_cells.boundary_code
            and methods.method_code = with_cells.method_code
        where with_cells.park_code is null
    ),

    gaps as (
        select
            reference_year,
            province_code,
            park_code,
            boundary_code,
            method_code,
            term_code,
            reason_code,
            submission_id,
            table_name,
            row_code,
            is_gross_gap,
            is_net_gap,
            is_value_chain_gap
        from {{ ref("int_gaps__parks") }}
        {%- for silence in ["absent", "empty"] %}
            union all
            select
                *,
                'NA' as submission_id,
                'NA' as table_name,
                'NA' as row_code,
                false as is_gross_gap,
                false as is_net_gap,
                false as is_value_chain_gap
            from {{ silence }}
        {%- endfor %}
    )

select *
from gaps
