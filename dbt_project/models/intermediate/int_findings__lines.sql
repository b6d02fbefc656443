-- What single lines of counted returns show: one row a park, boundary and line, its periods together.
with
    gases as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            'negative_gas_balance' as finding_code,
            unit_code || '/' || line_id as subject_code,
            quantity,
            canonical_unit_code
        from {{ ref("int_activity") }}
        where is_counted and table_name = 'other_gases' and role_code = 'balance' and quantity < 0
    ),

    offsets as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            'offset_not_retired' as finding_code,
            unit_code || '/' || line_id as subject_code,
            quantity,
            canonical_unit_code
        from {{ ref("int_activity") }}
        where is_counted and table_name = 'instruments' and not is_retired and quantity <> 0
    ),

    -- A term says which finding its use raises, or its line is
    -- not estimated for the reason that is the finding.
    terms as (
        select distinct
            facts.submission_id,
            facts.table_name,
            facts.line_id,
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.province_code,
            findings.code as finding_code,
            facts.activity_code,
            case
                when findings.code = 'kind_not_in_method'
                then facts.activity_code
                else facts.unit_code || '/' || facts.line_id
            end as subject_code,
            facts.quantity,
            facts.canonical_unit_code
        from {{ ref("fct_emissions") }} as facts
        inner join
            {{ ref("method_terms") }} as terms
            on facts.method_code = terms.method_code
            and facts.method_version = cast(terms.method_version as string)
            and facts.term_code = terms.term_code
            and facts.activity_code = terms.activity_code
        inner join
            {{ ref("code_lists") }} as findings
            on findings.list_code = 'build_findings'
            and (
                (terms.finding_code = findings.code and findings.code = 'kind_not_in_method')
                or (
                    facts.not_estimated_reason_code = findings.code
                    and findings.code in ('feedstock_not_carried', 'recovered_gas_not_balanced')
                )
            )
        where facts.entry_kind_code = 'own'
    ),

    found as (
        select *
        from gases
        union all
        select *
        from offsets
        union all
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            finding_code,
            subject_code,
            quantity,
            canonical_unit_code
        from terms
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
