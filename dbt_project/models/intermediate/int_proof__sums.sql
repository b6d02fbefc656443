{{ config(materialized="table") }}

-- The parts of each total of each area: a basis takes what has no basis too, production scope 1 alone.
with
    areas as (
        select *, province_code as area_code
        from {{ ref("int_proof__parts") }}
        union all
        select *, 'CN' as area_code
        from {{ ref("int_proof__parts") }}
    )

select
    totals.reference_year,
    totals.area_code,
    totals.boundary_code,
    totals.method_code,
    totals.scope2_basis_code,
    totals.total_code,
    parts.level_number,
    {%- for part in ["stated", "agreeing", "asymmetric", "unconfirmed", "nested"] %}
        cast(
            sum(case when parts.part_code = '{{ part }}' then parts.emission_tco2e end) as decimal(38, 12)
        ) as {{ part }}_tco2e
        {%- if not loop.last %},{% endif %}
    {%- endfor %}
from {{ ref("int_proof__totals") }} as totals
inner join
    areas as parts
    on totals.reference_year = parts.reference_year
    and totals.area_code = parts.area_code
    and totals.boundary_code = parts.boundary_code
    and totals.method_code = parts.method_code
    and parts.scope2_basis_code in ('NA', totals.scope2_basis_code)
where totals.total_code = 'consumption' or parts.scope_code = '1'
group by
    totals.reference_year,
    totals.area_code,
    totals.boundary_code,
    totals.method_code,
    totals.scope2_basis_code,
    totals.total_code,
    parts.level_number
