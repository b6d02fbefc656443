{{ config(materialized="ephemeral") }}

-- What single lines of counted returns show: one row a park, boundary and line, its periods together.
with
    amounts as (
        select
            lines.submission_id,
            lines.line_id,
            lines.reference_year,
            lines.park_code,
            lines.boundary_code,
            lines.province_code,
            case
                when lines.table_name = 'other_gases' then 'negative_gas_balance' else 'offset_not_retired'
            end as finding_code,
            lines.unit_code || '/' || lines.line_id as subject_code,
            lines.quantity,
            lines.canonical_unit_code
        from {{ ref("int_activity") }} as lines
        -- An offset that is retired, but claimed twice, has a finding of its own.
        left join
            {{ ref("int_claims__outcomes") }} as outcomes
            on lines.submission_id = outcomes.submission_id
            and case when lines.table_name = 'instruments' then lines.line_id end = outcomes.line_id
        where
            lines.is_counted
            and coalesce(outcomes.claim_outcome_code, '') not in ('repeated', 'claimed_twice')
            and (
                (lines.table_name = 'other_gases' and lines.role_code = 'balance' and lines.quantity < 0)
                or (lines.table_name = 'instruments' and not lines.is_retired and lines.quantity <> 0)
            )
    ),

    -- A term says which finding its use raises: one subject an activity ...
    kinds as (
        select distinct
            method_code, cast(method_version as string) as method_version, term_code, activity_code
        from {{ ref("method_terms") }}
        where finding_code = 'kind_not_in_method'
    ),

    silent_on as (
        select distinct
            facts.submission_id,
            facts.line_id,
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.province_code,
            'kind_not_in_method' as finding_code,
            facts.activity_code as subject_code,
            facts.quantity,
            facts.canonical_unit_code
        from {{ ref("fct_emissions") }} as facts
        inner join
            kinds
            on facts.method_code = kinds.method_code
            and facts.method_version = kinds.method_version
            and facts.term_code = kinds.term_code
            and facts.activity_code = kinds.activity_code
        where facts.entry_kind_code = 'own'
    ),

    -- ... or its line is not estimated for the reason that is the finding.
    unmet as (
        select distinct
            submission_id,
            line_id,
            reference_year,
            park_code,
            boundary_code,
            province_code,
            not_estimated_reason_code as finding_code,
            unit_code || '/' || line_id as subject_code,
            quantity,
            canonical_unit_code
        from {{ ref("fct_emissions") }}
        where
            not_estimated_reason_code in ('feedstock_not_carried', 'recovered_gas_not_balanced')
            and entry_kind_code = 'own'
    ),

    found as (
        select *
        from amounts
        union all
        select *
        from silent_on
        union all
        select *
        from unmet
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    finding_code,
    subject_code,
    cast(sum(quantity) as decimal(38, 12)) as value_a,
    cast(null as decimal(38, 12)) as value_b,
    cast(sum(quantity) as decimal(38, 12)) as difference,
    max(canonical_unit_code) as unit_code
from found
group by reference_year, park_code, boundary_code, province_code, finding_code, subject_code
