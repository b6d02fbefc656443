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
    lake.share_basis_code
from {{ source("lake", "park_return__units") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
