{%- set key = [
    "reference_year",
    "figure_level_code",
    "area_code",
    "park_code",
    "industry_division_code",
    "boundary_code",
    "method_code",
    "scope_code",
    "scope2_basis_code",
    "component_code",
    "gas_group_code",
    "is_memo",
] %}

with
    by_reference as (
        select
            {{ key | join(", ") }},
            reference_id,
            cast(sum(absolute_tco2e) as decimal(38, 12)) as absolute_tco2e,
            cast(
                sum(case when is_own_factor then absolute_tco2e else 0 end) as decimal(38, 12)
            ) as own_factor_tco2e,
            cast(
                sum(case when is_provisional then absolute_tco2e else 0 end) as decimal(38, 12)
            ) as provisional_tco2e
        from {{ ref("int_unverified__levels") }}
        group by {{ key | join(", ") }}, reference_id
        -- What stays inside the level is in no figure of it.
        having sum(line_count) > 0
    )

select
    {{ key | join(", ") }},
    {{ lingtan.unverified_part("tco2e") }},
    cast(sum(provisional_tco2e) as decimal(38, 12)) as provisional_tco2e
from by_reference
group by {{ key | join(", ") }}
