-- Certificates and offsets of planned returns: what each line holds, what of it may count, and why not.
select
    outcomes.submission_id,
    outcomes.line_id,
    planned.period_code,
    planned.reference_year,
    planned.reporting_unit_code as park_code,
    outcomes.unit_code,
    outcomes.instrument_type_code,
    outcomes.bundle_code,
    case when lines.is_convertible and lines.notation_key_code is null then lines.quantity end as quantity,
    outcomes.canonical_unit_code,
    lines.certificate_count,
    cast(outcomes.held_quantity as decimal(20, 6)) as held_quantity,
    cast(outcomes.valid_quantity as decimal(20, 6)) as valid_quantity,
    outcomes.claim_outcome_code,
    lines.notation_key_code
from {{ ref("int_claims__outcomes") }} as outcomes
inner join
    {{ ref("int_instruments__lines") }} as lines
    on outcomes.submission_id = lines.submission_id
    and outcomes.line_id = lines.line_id
inner join {{ ref("stg_plan__submissions") }} as planned on outcomes.submission_id = planned.submission_id
