-- L8: a year has one coefficient for a carrier and basis; a second one stops the build.
select reference_year, energy_basis_code, carrier_code, count(*) as row_count
from {{ ref("int_energy__coefficients") }}
group by reference_year, energy_basis_code, carrier_code
having count(*) > 1
