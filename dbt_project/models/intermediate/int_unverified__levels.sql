{{ config(materialized="ephemeral") }}

-- The same for every level that has figures: parks, sectors, provinces and the nation (CN), and the
-- provincial inventories. Each level takes the entries and eliminations that its own mart of results
-- takes.
{%- set levels = {
    "park": ("province_code", "park_code", "'NA'", "view_code = 'park'"),
    "province": (
        "province_code",
        "'NA'",
        "'NA'",
        "view_code in ('park', 'province') and scope_code not in ('3', 'account')",
    ),
    "nation": ("'CN'", "'NA'", "'NA'", "scope_code not in ('3', 'account')"),
} %}
{%- set in_sectors = "scope_code in ('NA', '1') and not is_memo" %}

with
    factors as (select factor_id from {{ ref("int_factors__all") }} where not is_verified),

    cells as (
        select
            facts.reference_year,
            facts.province_code,
            facts.method_code,
            coalesce(factors.factor_id, 'NA') as reference_id,
            abs(facts.emission_tco2e) as absolute_tco2e
        from {{ ref("fct_province_emissions") }} as facts
        left join factors on facts.factor_id = factors.factor_id
        where facts.emission_tco2e is not null and facts.counted_quantity <> 0
    )

{%- for level, (area, park, division, condition) in levels.items() %}
    select
        reference_year,
        '{{ level }}' as figure_level_code,
        {{ area }} as area_code,
        {{ park }} as park_code,
        {{ division }} as industry_division_code,
        {{ lingtan.cell_columns() }},
        is_memo,
        reference_id,
        is_own_factor,
        is_provisional,
        absolute_tco2e,
        line_count
    from {{ ref("int_unverified__emissions") }}
    where {{ condition }}
    union all
{%- endfor %}
{%- for area, views in (("province_code", "view_code <> 'nation' and "), ("'CN'", "")) %}
    select
        reference_year,
        'sector' as figure_level_code,
        {{ area }} as area_code,
        'NA' as park_code,
        industry_division_code,
        {{ lingtan.cell_columns() }},
        is_memo,
        reference_id,
        is_own_factor,
        is_provisional,
        absolute_tco2e,
        line_count
    from {{ ref("int_unverified__emissions") }}
    where {{ views }}{{ in_sectors }}
    union all
{%- endfor %}
{%- for level, area in (("province", "province_code"), ("nation", "'CN'")) %}
    select
        reference_year,
        '{{ level }}' as figure_level_code,
        {{ area }} as area_code,
        'NA' as park_code,
        'NA' as industry_division_code,
        'NA' as boundary_code,
        method_code,
        'NA' as scope_code,
        'NA' as scope2_basis_code,
        'NA' as component_code,
        'CO2' as gas_group_code,
        false as is_memo,
        reference_id,
        false as is_own_factor,
        false as is_provisional,
        absolute_tco2e,
        1 as line_count
    from cells
    {%- if not loop.last %}
        union all
    {%- endif %}
{%- endfor %}
