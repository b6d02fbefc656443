select
    {{ lingtan.submitted() }},
    lake.unit_code,
    lake.credit_code,
    lake.unit_name,
    lake.unit_role_code,
    lake.tenant_count,
    lake.reporting_basis_code,
    lake.industry_code,
    lake.ultimate_owner,
    lake.physical_share_ratio,
    lake.administrative_share_ratio,
    lake.share_basis_code,
    lake.gross_output_current_10k_cny,
    lake.gross_output_constant_10k_cny,
    lake.value_added_current_10k_cny,
    lake.value_added_constant_10k_cny,
    lake.price_year,
    lake.employees,
    lake.land_hectare
from {{ source("lake", "park_return__units") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
