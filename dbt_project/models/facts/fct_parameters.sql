-- What formulas took for their parameters, and what a unit gave for a line beyond them (its uncertainty, or a
-- parameter that its formula does not know).
with
    beyond as (
        select submitted.*
        from {{ ref("int_parameters__lines") }} as submitted
        left join
            {{ ref("int_formulas__parameters") }} as taken
            on submitted.table_name = 'other_gases'
            and submitted.submission_id = taken.submission_id
            and submitted.line_id = taken.line_id
            and submitted.parameter_code = taken.parameter_code
        where taken.line_id is null
    ),

    lines as (
        select
            submission_id,
            'other_gases' as table_name,
            line_id,
            parameter_code,
            canonical_unit_code,
            parameter_source_code,
            parameter_value,
            evidence_tier_code,
            evidence,
            document_code,
            is_verified,
            is_attribution_verified
        from {{ ref("int_formulas__parameters") }}
        union all
        select
            submission_id,
            table_name,
            line_id,
            parameter_code,
            canonical_unit_code,
            case when parameter_value is null then 'missing' else 'submitted' end as parameter_source_code,
            parameter_value,
            evidence_tier_code,
            evidence,
            cast(null as string) as document_code,
            cast(null as boolean) as is_verified,
            cast(null as boolean) as is_attribution_verified
        from beyond
    )

select
    lines.submission_id,
    lines.table_name,
    lines.line_id,
    lines.parameter_code,
    submissions.reference_year,
    submissions.period_code,
    submissions.reporting_unit_code as park_code,
    lines.parameter_value,
    lines.canonical_unit_code,
    lines.parameter_source_code,
    lines.evidence_tier_code,
    lines.evidence,
    lines.document_code,
    lines.is_verified,
    lines.is_attribution_verified
from lines
inner join
    {{ ref("dim_submissions") }} as submissions
    on lines.submission_id = submissions.submission_id
    and submissions.is_counted
