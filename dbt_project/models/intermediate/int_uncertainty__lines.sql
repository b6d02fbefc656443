{{ config(materialized="table") }}

{%- set place = [
    "reference_year",
    "boundary_code",
    "method_code",
    "province_code",
    "park_code",
    "industry_division_code",
    "scope_code",
    "scope2_basis_code",
    "view_code",
] %}
{%- set source = ["line_code", "factor_id", "quantity_uncertainty_ratio", "factor_uncertainty_ratio"] %}
{%- set total = "case when scope_code = 'NA' then 'result' else 'production' end" %}
{%- set of_parks = "view_code in ('unit', 'park')" %}
{%- set of_provinces = "view_code <> 'nation' and scope_code <> '2'" %}
{%- set levels = [
    (
        "park",
        "province_code",
        "park_code",
        "'NA'",
        "scope2_basis_code",
        "'result'",
        "by_basis",
        of_parks,
    ),
    (
        "sector",
        "province_code",
        "'NA'",
        "industry_division_code",
        "'NA'",
        total,
        "entries",
        of_provinces,
    ),
    (
        "sector",
        "'CN'",
        "'NA'",
        "industry_division_code",
        "'NA'",
        total,
        "entries",
        "scope_code <> '2'",
    ),
    ("province", "province_code", "'NA'", "'NA'", "'NA'", total, "entries", of_provinces),
    ("nation", "'CN'", "'NA'", "'NA'", "'NA'", total, "entries", "scope_code <> '2'"),
] %}

-- What each line adds to the total of each level with one factor, where the relative uncertainties of its
-- quantity and of that factor are both known. What is known of less is one row a level without a line. An
-- elimination takes its own line back, so that what stays inside a level has no part in it.
with
    entries as (
        select
            {{ place | join(", ") }},
            {%- for column in source %}
                case when is_known then {{ column }} end as {{ column }},
            {%- endfor %}
            sum(emission_tco2e) as emission_tco2e,
            sum(entry_sign * abs(emission_tco2e)) as absolute_tco2e,
            sum(case when not_estimated_reason_code is null then 0 else entry_sign end) as not_estimated_count
        from {{ ref("int_uncertainty__entries") }}
        group by
            {{ place | join(", ") }}
            {%- for column in source %}, case when is_known then {{ column }} end {%- endfor %}
    ),

    -- Scope 1 is in the total of a park on either basis of its scope 2.
    by_basis as (
        select
            {%- for column in place if column != "scope2_basis_code" %} entries.{{ column }}, {%- endfor %}
            bases.scope2_basis_code,
            {%- for column in source %} entries.{{ column }}, {%- endfor %}
            entries.emission_tco2e,
            entries.absolute_tco2e,
            entries.not_estimated_count
        from entries
        inner join
            {{ ref("int_results__methods") }} as bases
            on entries.reference_year = bases.reference_year
            and entries.method_code = bases.method_code
            and entries.boundary_code = bases.boundary_code
            and entries.scope2_basis_code in ('NA', bases.scope2_basis_code)
    ),

    leveled as (
        {%- for level, area, park, division, basis, total, relation, condition in levels %}
            select
                reference_year,
                '{{ level }}' as figure_level_code,
                {{ area }} as area_code,
                {{ park }} as park_code,
                {{ division }} as industry_division_code,
                boundary_code,
                method_code,
                {{ basis }} as scope2_basis_code,
                {{ total }} as total_code,
                {{ source | join(", ") }},
                emission_tco2e,
                absolute_tco2e,
                not_estimated_count
            from {{ relation }}
            where {{ condition }}
            {%- if not loop.last %}
                union all
            {%- endif %}
        {%- endfor %}
    )

select
    {{ lingtan.uncertainty_level() }},
    {{ source | join(", ") }},
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(sum(absolute_tco2e) as decimal(38, 12)) as absolute_tco2e,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count
from leveled
group by {{ lingtan.uncertainty_level() }}, {{ source | join(", ") }}
