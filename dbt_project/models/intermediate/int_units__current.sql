{{ config(materialized="table") }}

-- Every unit of every planned return, with what it says of itself.
with
    -- Counted in any boundary.
    periods as (
        select submission_id, last_month, max(case when is_counted then 1 else 0 end) = 1 as is_counted
        from {{ ref("int_periods__counted") }}
        group by submission_id, last_month
    )

select
    units.submission_id,
    units.reference_year,
    units.period_code,
    units.reporting_unit_code as park_code,
    coalesce(parks.province_code, 'NA') as province_code,
    periods.is_counted,
    periods.last_month,
    units.unit_code,
    units.credit_code,
    units.unit_name,
    units.unit_role_code,
    units.tenant_count,
    units.industry_code,
    coalesce(substr(units.industry_code, 1, 2), 'NA') as industry_division_code,
    units.ultimate_owner,
    units.reporting_basis_code,
    {{ lingtan.round_half_up("units.physical_share_ratio", 7, 6) }} as physical_share_ratio,
    {{ lingtan.round_half_up("units.administrative_share_ratio", 7, 6) }} as administrative_share_ratio,
    units.gross_output_current_10k_cny,
    units.gross_output_constant_10k_cny,
    units.value_added_current_10k_cny,
    units.value_added_constant_10k_cny,
    units.price_year,
    units.employees,
    units.land_hectare
from {{ ref("stg_park_return__units") }} as units
inner join periods on units.submission_id = periods.submission_id
left join
    {{ ref("int_parks__registered") }} as parks
    on units.reference_year = parks.reference_year
    and units.reporting_unit_code = parks.park_code
where units.row_disposition = 'used'
