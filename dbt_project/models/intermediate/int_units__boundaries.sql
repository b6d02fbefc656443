{{ config(materialized="table") }}

-- What of a unit lies inside each boundary that its return reports. Where located, all of it or
-- nothing; as a legal person its share. A unit whose row was refused stays a unit of its park:
-- what neighbours exchange with it is internal all the same.
with
    listed as (
        select
            submission_id,
            unit_code,
            max(case when row_disposition = 'used' then reporting_basis_code end) as reporting_basis_code,
            max(case when row_disposition = 'used' then industry_code end) as industry_code,
            max(case when row_disposition = 'used' then physical_share_ratio end) as physical_share_ratio,
            max(
                case when row_disposition = 'used' then administrative_share_ratio end
            ) as administrative_share_ratio,
            max(case when row_disposition = 'used' then 1 else 0 end) as is_used
        from {{ ref("stg_park_return__units") }}
        where unit_code is not null
        group by submission_id, unit_code
    ),

    shared as (
        select
            listed.*,
            boundaries.boundary_code,
            {{
                lingtan.round_half_up(
                    "case when boundaries.boundary_code = 'physical' then listed.physical_share_ratio"
                    ~ " else listed.administrative_share_ratio end",
                    7,
                    6,
                )
            }} as share_ratio
        from listed
        inner join
            {{ ref("int_periods__boundaries") }} as boundaries
            on listed.submission_id = boundaries.submission_id
    )

select
    submission_id,
    boundary_code,
    unit_code,
    coalesce(substr(industry_code, 1, 2), 'NA') as industry_division_code,
    reporting_basis_code = 'legal_person' as is_shared,
    share_ratio,
    coalesce(share_ratio = 0, false) as is_outside,
    case
        when is_used = 0
        then 'unit_refused'
        when reporting_basis_code = 'legal_person' and share_ratio is null
        then 'share_missing'
    end as share_reason_code
from shared
