select system_code, energy_code, is_natural_gas, document_code, is_verified, is_attribution_verified
from {{ ref("clean_energies") }}
