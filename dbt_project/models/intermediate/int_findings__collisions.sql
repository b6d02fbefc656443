{{ config(materialized="ephemeral") }}

-- Claims that two consumers, or one for two years, hold on the same serials: one row a claim and claim that
-- stands against it, on both sides, with what is blocked of each (of credits: what was sold). Periods
-- together.
with
    amounts as (
        select submission_id, 'instruments' as table_name, line_id, blocked_quantity as quantity
        from {{ ref("int_claims__outcomes") }}
        union all
        select
            submission_id,
            'removals' as table_name,
            line_id,
            case when is_kept then quantity else credit_quantity end as quantity
        from {{ ref("int_removals__lines") }}
    ),

    claims as (
        select distinct
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            periods.province_code,
            stated.submission_id,
            stated.table_name,
            stated.line_id,
            stated.claim_type_code,
            stated.unit_code,
            stated.ledger_code
        from {{ ref("int_claims__stated") }} as stated
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on stated.submission_id = periods.submission_id
            and periods.is_counted
        left join
            {{ ref("int_units__boundaries") }} as units
            on stated.submission_id = units.submission_id
            and periods.boundary_code = units.boundary_code
            and stated.unit_code = units.unit_code
        where not coalesce(units.is_outside, false)
    ),

    found as (
        select
            claims.*,
            claims.claim_type_code
            || ' '
            || claims.unit_code
            || '/'
            || claims.line_id
            || ' = '
            || pairs.other_claim_type_code
            || ' '
            || pairs.other_park_code
            || '/'
            || pairs.other_unit_code
            || '/'
            || pairs.other_line_id
            || ' ('
            || cast(pairs.other_claim_year as string)
            || ') '
            || pairs.overlap_first
            || '..'
            || pairs.overlap_last as subject_code,
            own.quantity as own_quantity,
            other.quantity as other_quantity
        from claims
        inner join
            {{ ref("int_claims__pairs") }} as pairs
            on claims.submission_id = pairs.submission_id
            and claims.table_name = pairs.table_name
            and claims.line_id = pairs.line_id
            and pairs.relation_code = 'claimed_twice'
        left join
            amounts as own
            on pairs.submission_id = own.submission_id
            and pairs.table_name = own.table_name
            and pairs.line_id = own.line_id
        left join
            amounts as other
            on pairs.other_submission_id = other.submission_id
            and pairs.other_table_name = other.table_name
            and pairs.other_line_id = other.line_id
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'claimed_by_others' as finding_code,
    subject_code,
    cast(sum(own_quantity) as decimal(38, 12)) as value_a,
    cast(sum(other_quantity) as decimal(38, 12)) as value_b,
    cast(coalesce(sum(own_quantity), 0) - coalesce(sum(other_quantity), 0) as decimal(38, 12)) as difference,
    case ledger_code when 'certificate' then 'MWh' else 't' end as unit_code
from found
group by reference_year, park_code, boundary_code, province_code, subject_code, ledger_code
