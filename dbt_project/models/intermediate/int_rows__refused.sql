-- Rows that intake refused, with the activity they would
-- have been; a row of a table without activities has none.
select
    submission_id,
    reference_year,
    reporting_unit_code,
    'energy' as table_name,
    row_number,
    'energy/' || flow_code as activity_code
from {{ ref("stg_park_return__energy") }}
where row_disposition = 'refused'
union all
select
    submission_id,
    reference_year,
    reporting_unit_code,
    'power_heat' as table_name,
    row_number,
    kind_code || '/' || direction_code as activity_code
from {{ ref("stg_park_return__power_heat") }}
where row_disposition = 'refused'
union all
select
    submission_id,
    reference_year,
    reporting_unit_code,
    'process' as table_name,
    row_number,
    'process/' || role_code as activity_code
from {{ ref("stg_park_return__process") }}
where row_disposition = 'refused'
union all
select
    submission_id,
    reference_year,
    reporting_unit_code,
    'units' as table_name,
    row_number,
    cast(null as string) as activity_code
from {{ ref("stg_park_return__units") }}
where row_disposition = 'refused'
