{{ config(materialized="table") }}

-- The terms that depend on other lines (condition_code of method_terms), then the rule that one term of a
-- balance that is
-- not estimated leaves the whole balance not estimated: half a carbon balance is a wrong number, not a
-- smaller one.
with
    matched as (
        select
            *,
            balance_code is not null
            and (
                table_name = 'process' or activity_code in ('energy/C-IN', 'energy/C-OUT', 'energy/REC-G')
            ) as is_balanced
        from {{ ref("int_emissions__matched") }}
    ),

    carriers_of_carbon as (
        select distinct submission_id, method_code, method_version, line_id
        from matched
        where table_name = 'process' and factor_id is not null
    ),

    balances_with_carbon as (
        select distinct submission_id, method_code, method_version, unit_code, balance_code
        from matched
        where is_balanced and (table_name = 'process' or activity_code = 'energy/C-IN')
    ),

    gases_counted_before as (
        select distinct submission_id, unit_code, carrier_code
        from {{ ref("int_activity") }}
        where
            activity_code in ('energy/PUR', 'energy/PRD', 'energy/C-OUT', 'energy/REC-G')
            and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
    ),

    -- A refused row of a balance is a term nobody can estimate either.
    balances_with_refusal as (
        select submission_id, unit_code, balance_code
        from {{ ref("stg_park_return__energy") }}
        where row_disposition = 'refused' and balance_code is not null
        union
        select submission_id, unit_code, balance_code
        from {{ ref("stg_park_return__process") }}
        where row_disposition = 'refused' and balance_code is not null
    ),

    judged as (
        select
            matched.*,
            case
                matched.condition_code
                when 'carried_by_process_line'
                then carriers_of_carbon.line_id is not null
                when 'carbon_in_balance'
                then balances_with_carbon.balance_code is not null
                when 'counted_before'
                then gases_counted_before.carrier_code is not null
                else true
            end as is_met,
            matched.is_balanced and balances_with_refusal.balance_code is not null as has_refusal
        from matched
        left join
            carriers_of_carbon
            on matched.submission_id = carriers_of_carbon.submission_id
            and matched.method_code = carriers_of_carbon.method_code
            and matched.method_version = carriers_of_carbon.method_version
            and matched.carried_by_line = carriers_of_carbon.line_id
        left join
            balances_with_carbon
            on matched.submission_id = balances_with_carbon.submission_id
            and matched.method_code = balances_with_carbon.method_code
            and matched.method_version = balances_with_carbon.method_version
            and matched.unit_code = balances_with_carbon.unit_code
            and matched.balance_code = balances_with_carbon.balance_code
        left join
            gases_counted_before
            on matched.submission_id = gases_counted_before.submission_id
            and matched.unit_code = gases_counted_before.unit_code
            and matched.carrier_code = gases_counted_before.carrier_code
        left join
            balances_with_refusal
            on matched.submission_id = balances_with_refusal.submission_id
            and matched.unit_code = balances_with_refusal.unit_code
            and matched.balance_code = balances_with_refusal.balance_code
    ),

    -- What is carried elsewhere, or was not counted before, is zero whatever its quantity. A condition that
    -- makes its
    -- term not estimated says so by the term's reason; the one without a reason makes it zero.
    conditioned as (
        select
            *,
            case
                when notation_key_code in ('NO', 'NA', 'IE')
                then null
                when is_met and factor_rule_code = 'none'
                then null
                when is_met
                then reason_code
                when term_reason_code is not null and coalesce(quantity, 1) <> 0
                then term_reason_code
            end as own_reason_code,
            case when is_met and factor_rule_code <> 'none' then sign else 0 end as counted_sign
        from judged
    ),

    balanced as (
        select
            *,
            case
                when is_balanced
                then
                    max(case when own_reason_code is not null or has_refusal then 1 else 0 end) over (
                        partition by
                            submission_id,
                            method_code,
                            method_version,
                            unit_code,
                            case when is_balanced then balance_code end
                    )
                else 0
            end as is_balance_broken
        from conditioned
    ),

    decided as (
        select
            balanced.*,
            coalesce(
                own_reason_code,
                case
                    when is_balance_broken = 1 and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
                    then 'balance_not_estimated'
                end
            ) as final_reason_code
        from balanced
    )

select
    submission_id,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    industry_division_code,
    table_name,
    line_id,
    is_internal,
    method_code,
    method_version,
    term_code,
    gas_code,
    component_code,
    scope_code,
    source_category_code,
    is_memo,
    activity_code,
    carrier_code,
    product_code,
    role_code,
    quantity,
    canonical_unit_code,
    factor_id,
    factor_value,
    factor_source_code,
    cast(counted_sign as integer) as sign,
    case
        when final_reason_code is not null or notation_key_code in ('NA', 'IE')
        then null
        when notation_key_code = 'NO' or counted_sign = 0
        then cast(0 as decimal(26, 12))
        when counted_sign < 0
        then cast(- unsigned_emission_tco2e as decimal(26, 12))
        else unsigned_emission_tco2e
    end as emission_tco2e,
    case
        when notation_key_code is not null then notation_key_code when final_reason_code is not null then 'NE'
    end as notation_key_code,
    final_reason_code as not_estimated_reason_code,
    balance_code
from decided
