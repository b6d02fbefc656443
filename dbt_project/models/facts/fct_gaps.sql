-- What is missing, one by one: lines not estimated, refused rows, declared source categories, and parks,
-- years and boundaries without a result. Of a refused row line_id is its number in the table, or the
-- sheet.
select
    reference_year,
    province_code,
    park_code,
    boundary_code,
    method_code,
    term_code,
    reason_code,
    submission_id,
    table_name,
    line_id,
    activity_code,
    false as is_gross_gap,
    false as is_net_gap,
    false as is_value_chain_gap,
    energy_tce
from {{ ref("int_coverage__lines") }}
union all
select
    reference_year,
    province_code,
    park_code,
    boundary_code,
    method_code,
    term_code,
    reason_code,
    submission_id,
    table_name,
    row_code as line_id,
    'NA' as activity_code,
    is_gross_gap,
    is_net_gap,
    is_value_chain_gap,
    cast(null as decimal(38, 12)) as energy_tce
from {{ ref("int_coverage__parks") }}
