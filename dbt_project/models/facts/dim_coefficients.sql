select
    reference_year,
    energy_basis_code,
    carrier_code,
    coefficient_id,
    coefficient_tce,
    coefficient_source_code,
    document_code,
    is_verified
from {{ ref("int_energy__coefficients") }}
