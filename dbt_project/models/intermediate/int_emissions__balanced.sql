{{ config(materialized="table") }}

-- One term of a balance that is not estimated leaves the whole balance not
-- estimated: half a carbon balance is a wrong number, not a smaller one.
with
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

    conditioned as (
        select
            lines.*,
            lines.own_reason_code is not null
            or balances_with_refusal.balance_code is not null as breaks_balance
        from {{ ref("int_emissions__conditioned") }} as lines
        left join
            balances_with_refusal
            on lines.submission_id = balances_with_refusal.submission_id
            and lines.unit_code = balances_with_refusal.unit_code
            and lines.balance_code = balances_with_refusal.balance_code
    ),

    balanced as (
        select
            *,
            case
                when is_balanced
                then
                    max(case when breaks_balance then 1 else 0 end) over (
                        partition by
                            submission_id,
                            boundary_code,
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
    ),

    signed as (
        select
            *,
            case
                when final_reason_code is not null or notation_key_code in ('NA', 'IE')
                then null
                when notation_key_code = 'NO'
                then 0
                else counted_sign
            end as value_sign
        from decided
    )

select
    *,
    cast(case when value_sign = 0 then 0 else value_sign * unsigned_mass_t end as decimal(26, 12)) as mass_t,
    cast(
        case when value_sign = 0 then 0 else value_sign * unsigned_emission_tco2e end as decimal(26, 12)
    ) as emission_tco2e,
    -- What is zero whatever its quantity shows no key that says the quantity is not known.
    case
        when final_reason_code is null and value_sign = 0 and notation_key_code in ('NE', 'C')
        then null
        else coalesce(notation_key_code, case when final_reason_code is not null then 'NE' end)
    end as final_notation_key_code
from signed
