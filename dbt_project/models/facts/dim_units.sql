-- A unit as the newest counted return that lists it says it; one that
-- left during the year stays, for its lines are counted.
with
    ranked as (
        select
            *,
            row_number() over (
                partition by reference_year, park_code, unit_code
                order by last_month desc nulls last, period_code nulls last
            ) as age
        from {{ ref("int_units__current") }}
        where is_counted
    )

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
    physical_share_ratio,
    administrative_share_ratio
from ranked
where age = 1
