{{ config(materialized="table") }}

-- The parameters of fuels known on the plan's day: of each
-- set the newest edition that has the fuel, by use.
with
    known as (
        select
            parameters.*,
            row_number() over (
                partition by
                    parameters.carrier_code,
                    parameters.parameter_set_code,
                    parameters.parameter_code,
                    coalesce(parameters.use_code, 'NA')
                order by parameters.edition_year desc nulls last, parameters.data_year desc nulls last
            ) as age
        from {{ ref("fuel_parameters") }} as parameters
        cross join {{ ref("int_settings__plan") }} as settings
        where
            parameters.publication_date is null
            or settings.factors_known_on is null
            or parameters.publication_date <= settings.factors_known_on
    )

select
    carrier_code,
    parameter_set_code,
    parameter_code,
    use_code,
    value,
    data_year,
    publication_date,
    document_code,
    is_verified,
    is_attribution_verified,
    is_unphysical
from known
where age = 1
