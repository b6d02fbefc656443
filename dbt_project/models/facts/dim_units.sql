select
    reference_year,
    park_code,
    unit_code,
    submission_id,
    province_code,
    credit_code,
    unit_name,
    unit_role_code,
    tenant_count,
    industry_code,
    industry_division_code,
    ultimate_owner,
    reporting_basis_code,
    physical_share_ratio
from {{ ref("int_units__current") }}
