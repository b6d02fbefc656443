-- The periods are compared, never counted: the annual return is the year (L6).
with
    compared as (
        select reference_year, park_code, boundary_code
        from {{ ref("int_periods__boundaries") }}
        where is_compared
        group by reference_year, park_code, boundary_code
    )

select
    entries.reference_year,
    entries.park_code,
    entries.boundary_code,
    entries.method_code,
    entries.scope_code,
    entries.scope2_basis_code,
    entries.component_code,
    entries.gas_group_code,
    entries.province_code,
    cast(
        sum(case when entries.is_counted then entries.emission_tco2e end) as decimal(38, 12)
    ) as annual_tco2e,
    cast(
        sum(case when not entries.is_counted then entries.emission_tco2e end) as decimal(38, 12)
    ) as periods_tco2e,
    cast(
        sum(
            case when entries.is_counted then entries.emission_tco2e else - entries.emission_tco2e end
        ) as decimal(38, 12)
    ) as difference_tco2e
from {{ ref("int_emissions__entries") }} as entries
inner join
    compared
    on entries.reference_year = compared.reference_year
    and entries.park_code = compared.park_code
    and entries.boundary_code = compared.boundary_code
-- What units of the park exchange is none of its own.
where not entries.is_memo and coalesce(entries.elimination_view_code, '') <> 'park'
group by
    entries.reference_year,
    entries.park_code,
    entries.boundary_code,
    entries.method_code,
    entries.scope_code,
    entries.scope2_basis_code,
    entries.component_code,
    entries.gas_group_code,
    entries.province_code
