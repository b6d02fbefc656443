{{ config(materialized="ephemeral") }}

-- What is wrong with certificates and offsets by themselves: serials claimed before by the same unit,
-- certificates past their validity or of power generated after the year, more MWh than certificates. One row
-- a line, its periods together.
{%- set findings = {
    "serial_claimed_twice": "outcomes.claim_outcome_code = 'repeated'",
    "certificate_expired": "outcomes.claim_outcome_code = 'expired'",
    "serials_short": "outcomes.claim_outcome_code = 'serials_short'",
    "certificate_generated_later": "outcomes.is_generated_later and outcomes.valid_quantity > 0",
} %}
with
    found as (
        {%- for finding, condition in findings.items() %}
            select
                outcomes.submission_id,
                '{{ finding }}' as finding_code,
                outcomes.unit_code as claiming_unit_code,
                outcomes.line_id,
                outcomes.quantity,
                outcomes.valid_quantity,
                outcomes.canonical_unit_code
            from {{ ref("int_claims__outcomes") }} as outcomes
            where {{ condition }}
            {%- if not loop.last %}
                union all
            {%- endif %}
        {%- endfor %}
    )

select
    periods.reference_year,
    periods.park_code,
    periods.boundary_code,
    periods.province_code,
    found.finding_code,
    found.claiming_unit_code || '/' || found.line_id as subject_code,
    cast(sum(found.quantity) as decimal(38, 12)) as value_a,
    cast(sum(found.valid_quantity) as decimal(38, 12)) as value_b,
    cast(sum(found.quantity - found.valid_quantity) as decimal(38, 12)) as difference,
    found.canonical_unit_code as unit_code
from found
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on found.submission_id = periods.submission_id
    and periods.is_counted
left join
    {{ ref("int_units__boundaries") }} as units
    on found.submission_id = units.submission_id
    and periods.boundary_code = units.boundary_code
    and found.claiming_unit_code = units.unit_code
where not coalesce(units.is_outside, false)
group by
    periods.reference_year,
    periods.park_code,
    periods.boundary_code,
    periods.province_code,
    found.finding_code,
    found.claiming_unit_code || '/' || found.line_id,
    found.canonical_unit_code
