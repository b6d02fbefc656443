-- From the physical boundary to the administrative one: what units outside the one or the other make,
-- what the shares of units in both, what units exchange inside their park, what a park reports for one
-- boundary alone. Amounts of the administrative boundary are added, those of the physical one taken off.
{%- set key = [
    "reference_year",
    "park_code",
    "method_code",
    "scope_code",
    "scope2_basis_code",
    "component_code",
    "gas_group_code",
] %}
{%- set parts = [
    "only_physical",
    "only_administrative",
    "in_both",
    "internal_exchange",
    "boundary_not_reported",
] %}
with
    listed as (
        select reference_year, park_code, unit_code, count(distinct boundary_code) as boundary_count
        from {{ ref("fct_units") }}
        group by reference_year, park_code, unit_code
    ),

    reported as (
        select reference_year, park_code, count(*) as boundary_count
        from {{ ref("int_results__expected") }}
        group by reference_year, park_code
    ),

    entries as (
        select
            {%- for column in key %} facts.{{ column }}, {%- endfor %}
            facts.province_code,
            facts.boundary_code,
            case
                when coalesce(reported.boundary_count, 0) < 2
                then 'boundary_not_reported'
                when facts.entry_kind_code = 'elimination'
                then 'internal_exchange'
                when listed.boundary_count = 2
                then 'in_both'
                else 'only_' || facts.boundary_code
            end as part_code,
            facts.entry_kind_code = 'elimination' as is_internal,
            facts.emission_tco2e,
            case
                when facts.boundary_code = 'administrative'
                then facts.emission_tco2e
                else - facts.emission_tco2e
            end as change_tco2e
        from {{ ref("fct_emissions") }} as facts
        left join
            listed
            on facts.reference_year = listed.reference_year
            and facts.park_code = listed.park_code
            and facts.unit_code = listed.unit_code
        left join
            reported
            on facts.reference_year = reported.reference_year
            and facts.park_code = reported.park_code
        where not facts.is_memo and facts.scope_code <> 'account' and facts.view_code in ('unit', 'park')
    ),

    bridges as (
        select
            {{ key | join(", ") }},
            province_code,
            {%- for boundary in ("physical", "administrative") %}
                cast(
                    coalesce(
                        sum(case when boundary_code = '{{ boundary }}' then emission_tco2e end),
                        -- What stays inside is nothing, also where nobody knows it.
                        max(case when boundary_code = '{{ boundary }}' and is_internal then 0 end)
                    ) as decimal(38, 12)
                ) as {{ boundary }}_tco2e,
            {%- endfor %}
            {%- for part in parts %}
                cast(
                    coalesce(sum(case when part_code = '{{ part }}' then change_tco2e end), 0) as decimal(
                        38, 12
                    )
                ) as {{ part }}_tco2e
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from entries
        group by {{ key | join(", ") }}, province_code
    )

select
    {{ key | join(", ") }},
    province_code,
    physical_tco2e,
    {%- for part in parts %} {{ part }}_tco2e, {%- endfor %}
    administrative_tco2e,
    cast(
        coalesce(physical_tco2e, 0)
        {%- for part in parts %} + {{ part }}_tco2e {%- endfor %}
        - coalesce(administrative_tco2e, 0) as decimal(38, 12)
    ) as remainder_tco2e
from bridges
