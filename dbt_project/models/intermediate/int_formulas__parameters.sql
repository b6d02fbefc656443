{{ config(materialized="table") }}

-- What the formula of a line takes for each of its parameters: what the unit gives, else the
-- listed value of the line's treatment and gas, else nothing (L8).
with
    wanted as (
        select
            lines.submission_id,
            lines.line_id,
            lines.unit_code,
            lines.source_code,
            lines.gas_code,
            lines.treatment_code,
            parameters.parameter_code,
            parameters.canonical_unit_code
        from {{ ref("int_formulas__lines") }} as lines
        inner join {{ ref("line_parameters") }} as parameters on lines.source_code = parameters.source_code
    ),

    found as (
        select
            wanted.*,
            submitted.line_id is not null as is_submitted,
            submitted.parameter_value as submitted_value,
            submitted.evidence_tier_code,
            submitted.evidence,
            defaults.value as listed_value,
            defaults.document_code,
            defaults.is_verified,
            defaults.is_attribution_verified
        from wanted
        left join
            {{ ref("int_parameters__lines") }} as submitted
            on submitted.table_name = 'other_gases'
            and wanted.submission_id = submitted.submission_id
            and wanted.line_id = submitted.line_id
            and wanted.parameter_code = submitted.parameter_code
        left join
            {{ ref("formula_defaults") }} as defaults
            on wanted.source_code = defaults.source_code
            and wanted.parameter_code = defaults.parameter_code
            and coalesce(defaults.gas_code, wanted.gas_code) = wanted.gas_code
            and coalesce(defaults.treatment_code, wanted.treatment_code, '')
            = coalesce(wanted.treatment_code, '')
    )

select
    submission_id,
    line_id,
    unit_code,
    parameter_code,
    canonical_unit_code,
    case
        when is_submitted and submitted_value is null
        then 'missing'
        when is_submitted
        then 'submitted'
        when listed_value is not null
        then 'default'
        else 'missing'
    end as parameter_source_code,
    cast(
        case when is_submitted then submitted_value else listed_value end as decimal(20, 6)
    ) as parameter_value,
    evidence_tier_code,
    evidence,
    case when not is_submitted then document_code end as document_code,
    case when not is_submitted then is_verified end as is_verified,
    case when not is_submitted then is_attribution_verified end as is_attribution_verified
from found
