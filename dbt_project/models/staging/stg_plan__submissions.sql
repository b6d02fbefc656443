select
    submission_id,
    batch_id,
    delivery_id,
    form,
    form_version,
    reporting_unit_code,
    period_code,
    cast(reference_year as integer) as reference_year,
    cast(version as integer) as version,
    submission_kind_code,
    sender,
    cast(rows_read as bigint) as rows_read,
    cast(rows_used as bigint) as rows_used,
    cast(rows_refused as bigint) as rows_refused,
    cast(rows_context as bigint) as rows_context
from {{ source("plan", "submissions") }}
