{{ config(materialized="table") }}

-- Every registered park, boundary and stage with what its net is made of, on the basis that decides and
-- on the one beside it; why there is no result, and what is known of scope 3.
with
    expected as (
        select parks.reference_year, parks.park_code, parks.province_code, boundaries.boundary_code, stages.*
        from {{ ref("dim_parks") }} as parks
        cross join {{ ref("stages") }} as stages
        inner join
            {{ ref("int_methods__boundaries") }} as boundaries
            on parks.reference_year = boundaries.reference_year
            and stages.method_code = boundaries.method_code
    ),

    -- Why a park has no result at all.
    absent as (
        select reference_year, park_code, boundary_code, method_code, min(reason_code) as reason_code
        from {{ ref("int_coverage__parks") }}
        where
            reason_code
            in ('not_reported', 'periods_incomplete', 'boundary_not_reported', 'no_activity_reported')
        group by reference_year, park_code, boundary_code, method_code
    ),

    nets as (
        select
            expected.*,
            decides.is_partial as is_decides_partial,
            beside.is_partial as is_beside_partial,
            decides.removals_tco2e,
            decides.offsets_tco2e,
            decides.scope3_not_estimated_count,
            decides.scope3_coverage_ratio,
            scope3.is_screened_whole,
            scope3.screened_tco2e,
            scope3.covered_tco2e,
            absent.reason_code as absent_reason_code,
            {%- for basis in ["decides", "beside"] %}
                cast(
                    {{ basis }}.gross_tco2e + case
                        when expected.has_scope3 then coalesce({{ basis }}.scope3_tco2e, 0) else 0
                    end as decimal(38, 12)
                ) as {{ basis }}_gross_tco2e,
            {%- endfor %}
            cast(coalesce(decides.removals_tco2e, 0) as decimal(38, 12)) as removed_tco2e,
            cast(coalesce(decides.offsets_tco2e, 0) as decimal(38, 12)) as offset_tco2e
        from expected
        {%- for alias, basis in {"decides": "scope2_basis_code", "beside": "beside_basis_code"}.items() %}
            left join
                {{ ref("mart_park_net_year") }} as {{ alias }}
                on expected.reference_year = {{ alias }}.reference_year
                and expected.park_code = {{ alias }}.park_code
                and expected.boundary_code = {{ alias }}.boundary_code
                and expected.method_code = {{ alias }}.method_code
                and expected.{{ basis }} = {{ alias }}.scope2_basis_code
        {%- endfor %}
        left join
            {{ ref("int_scope3__parks") }} as scope3
            on expected.reference_year = scope3.reference_year
            and expected.park_code = scope3.park_code
            and expected.boundary_code = scope3.boundary_code
            and expected.method_code = scope3.method_code
        left join
            absent
            on expected.reference_year = absent.reference_year
            and expected.park_code = absent.park_code
            and expected.boundary_code = absent.boundary_code
            and expected.method_code = absent.method_code
    )

select *
from nets
