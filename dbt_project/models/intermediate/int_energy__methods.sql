-- Which energy measures exist in which year: an equivalent one only with the year's coefficient of power.
select
    cast(years.reference_year as integer) as reference_year,
    methods.energy_method_code,
    methods.energy_basis_code,
    exists (
        select 1
        from {{ ref("int_energy__coefficients") }} as coefficients
        where
            coefficients.reference_year = years.reference_year
            and coefficients.energy_basis_code = methods.energy_basis_code
            and coefficients.carrier_code = 'electricity'
    ) as is_available
from {{ ref("energy_methods") }} as methods
cross join {{ source("plan", "reference_years") }} as years
