-- Certificates and offsets of planned returns, and which of them is a claim on the year.
select
    lines.submission_id,
    lines.line_id,
    planned.period_code,
    planned.reference_year,
    planned.reporting_unit_code as park_code,
    lines.unit_code,
    lines.instrument_type_code,
    lines.bundle_code,
    case when lines.is_convertible and lines.notation_key_code is null then lines.quantity end as quantity,
    lines.canonical_unit_code,
    coalesce(lines.is_claim, false) as is_claim,
    repeated.line_id is not null as is_repeated,
    lines.notation_key_code
from {{ ref("int_instruments__lines") }} as lines
inner join {{ ref("stg_plan__submissions") }} as planned on lines.submission_id = planned.submission_id
left join
    {{ ref("int_instruments__repeated") }} as repeated
    on lines.submission_id = repeated.submission_id
    and lines.line_id = repeated.line_id
