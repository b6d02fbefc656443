{{ config(materialized="ephemeral") }}

-- The two totals of every area and basis, as released.
{%- for total in ["production", "consumption"] %}
    select
        reference_year,
        area_code,
        boundary_code,
        method_code,
        scope2_basis_code,
        '{{ total }}' as total_code,
        {{ total }}_tco2e as emission_tco2e
    from {{ ref("mart_production_consumption") }}
    {% if not loop.last %}
        union all
    {% endif %}
{%- endfor %}
