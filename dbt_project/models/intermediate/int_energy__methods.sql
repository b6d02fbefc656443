{{ config(materialized="ephemeral") }}

-- Which energy measures exist in which year: an equivalent
-- one only with the year's coefficient of power.
select
    years.reference_year,
    methods.energy_method_code,
    methods.energy_basis_code,
    coefficients.carrier_code is not null as is_available
from {{ ref("energy_methods") }} as methods
cross join {{ ref("stg_plan__reference_years") }} as years
left join
    {{ ref("int_energy__coefficients") }} as coefficients
    on years.reference_year = coefficients.reference_year
    and methods.energy_basis_code = coefficients.energy_basis_code
    and coefficients.carrier_code = 'electricity'
