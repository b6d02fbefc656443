{{ config(materialized="table") }}

-- Where a unit reports as a legal person its share inside the
-- physical boundary counts; where located, all of it does.
select
    units.submission_id,
    units.reference_year,
    units.period_code,
    units.reporting_unit_code as park_code,
    coalesce(parks.province_code, 'NA') as province_code,
    units.unit_code,
    units.credit_code,
    units.unit_name,
    units.unit_role_code,
    units.tenant_count,
    units.industry_code,
    coalesce(substr(units.industry_code, 1, 2), 'NA') as industry_division_code,
    units.ultimate_owner,
    units.reporting_basis_code,
    units.reporting_basis_code = 'legal_person' as is_shared,
    {{ lingtan.round_half_up("units.physical_share_ratio", 7, 6) }} as physical_share_ratio
from {{ ref("stg_park_return__units") }} as units
left join
    {{ ref("int_parks__registered") }} as parks
    on units.reference_year = parks.reference_year
    and units.reporting_unit_code = parks.park_code
where units.row_disposition = 'used'
