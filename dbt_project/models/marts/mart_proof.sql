-- Unit, park, province, nation: at each view, what the one below states, less what flows inside it and what a
-- nested park and the park around it both count, is what the released totals say.
{%- set key = "reference_year, area_code, boundary_code, method_code, scope2_basis_code, total_code" %}
{%- set views = {1: "park", 2: "province", 3: "nation"} %}
with
    stated as (
        -- Own entries of the units, and results of the parks.
        select {{ key }}, level_number, stated_tco2e as emission_tco2e
        from {{ ref("int_proof__sums") }}
        where level_number in (0, 1)
        union all
        select {{ key }}, 2 as level_number, emission_tco2e
        from {{ ref("int_proof__totals") }}
        where area_code <> 'CN'
        union all
        select
            reference_year,
            'CN' as area_code,
            boundary_code,
            method_code,
            scope2_basis_code,
            total_code,
            2 as level_number,
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e
        from {{ ref("int_proof__totals") }}
        where area_code <> 'CN'
        group by reference_year, boundary_code, method_code, scope2_basis_code, total_code
        union all
        select {{ key }}, 3 as level_number, emission_tco2e
        from {{ ref("int_proof__totals") }}
        where area_code = 'CN'
    ),

    steps as (
        {% for level, view in views.items() %}
            select {{ key }}, {{ level }} as level_number, '{{ view }}' as view_code
            from {{ ref("int_proof__totals") }}
            {% if view == "nation" %} where area_code = 'CN'{% endif %}
            {% if not loop.last %}
                union all
            {% endif %}
        {% endfor %}
    )

select
    steps.reference_year,
    steps.area_code,
    steps.boundary_code,
    steps.method_code,
    steps.scope2_basis_code,
    steps.total_code,
    steps.view_code,
    opening.emission_tco2e as opening_tco2e,
    sums.agreeing_tco2e as eliminated_agreeing_tco2e,
    sums.asymmetric_tco2e as eliminated_asymmetric_tco2e,
    sums.unconfirmed_tco2e as eliminated_unconfirmed_tco2e,
    sums.nested_tco2e as eliminated_nested_tco2e,
    closing.emission_tco2e as closing_tco2e,
    cast(
        coalesce(opening.emission_tco2e, 0)
        + coalesce(sums.agreeing_tco2e, 0)
        + coalesce(sums.asymmetric_tco2e, 0)
        + coalesce(sums.unconfirmed_tco2e, 0)
        + coalesce(sums.nested_tco2e, 0)
        - coalesce(closing.emission_tco2e, 0) as decimal(38, 12)
    ) as remainder_tco2e
from steps
{%- for table, level in {"opening": "steps.level_number - 1", "closing": "steps.level_number"}.items() %}
    left join
        stated as {{ table }}
        on steps.reference_year = {{ table }}.reference_year
        and steps.area_code = {{ table }}.area_code
        and steps.boundary_code = {{ table }}.boundary_code
        and steps.method_code = {{ table }}.method_code
        and steps.scope2_basis_code = {{ table }}.scope2_basis_code
        and steps.total_code = {{ table }}.total_code
        and {{ level }} = {{ table }}.level_number
{%- endfor %}
left join
    {{ ref("int_proof__sums") }} as sums
    on steps.reference_year = sums.reference_year
    and steps.area_code = sums.area_code
    and steps.boundary_code = sums.boundary_code
    and steps.method_code = sums.method_code
    and steps.scope2_basis_code = sums.scope2_basis_code
    and steps.total_code = sums.total_code
    and steps.level_number = sums.level_number
