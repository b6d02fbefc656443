-- The periods are compared, never counted: the annual return is the year (L6).
-- What units of the park exchange is nothing for it on either side.
with
    compared as (
        select reference_year, park_code, boundary_code
        from {{ ref("int_periods__boundaries") }}
        where is_compared
        group by reference_year, park_code, boundary_code
    ),

    entries as (
        select
            entries.*,
            case
                when entries.elimination_view_code = 'park' then 0 else entries.emission_tco2e
            end as park_emission_tco2e
        from {{ ref("int_emissions__entries") }} as entries
        inner join
            compared
            on entries.reference_year = compared.reference_year
            and entries.park_code = compared.park_code
            and entries.boundary_code = compared.boundary_code
        where not entries.is_memo and entries.scope_code <> 'account'
    )

select
    reference_year,
    park_code,
    {{ lingtan.cell_columns() }},
    province_code,
    cast(sum(case when is_counted then park_emission_tco2e end) as decimal(38, 12)) as annual_tco2e,
    cast(sum(case when not is_counted then park_emission_tco2e end) as decimal(38, 12)) as periods_tco2e,
    cast(
        coalesce(
            sum(case when is_counted then park_emission_tco2e else - park_emission_tco2e end), 0
        ) as decimal(38, 12)
    ) as difference_tco2e
from entries
group by reference_year, park_code, {{ lingtan.cell_columns() }}, province_code
