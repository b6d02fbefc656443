-- The cells of provincial inventories as they count: NO, NA and IE are zero, a refused cell is unknown.
select
    submission_id,
    row_code,
    carrier_code,
    reference_year,
    period_code,
    province_code,
    counted_quantity,
    canonical_unit_code,
    notation_key_code,
    reason_code as not_estimated_reason_code
from {{ ref("int_inventory__energy") }}
