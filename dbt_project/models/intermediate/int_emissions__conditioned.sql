-- The terms that depend on other lines (condition_code of method_terms): whether the condition is met, what
-- sign counts after it, and why a term is not estimated. Each part reads the stored lines
-- itself: shared in one step, the engine would write all of them a second time.
with
    -- Process lines that bring carbon in: deductions and what stays in
    -- an output take it out, and NO, NA or IE count none under this line.
    carriers_of_carbon as (
        select distinct
            submission_id, boundary_code, method_code, method_version, unit_code, balance_code, line_id
        from {{ ref("int_emissions__matched") }}
        where
            activity_code in ('process/product', 'process/material_in')
            and gas_code = 'CO2'
            and factor_id is not null
            and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
    ),

    balances_with_carbon as (
        select submission_id, boundary_code, method_code, method_version, unit_code, balance_code
        from carriers_of_carbon
        where balance_code is not null
        union
        select submission_id, boundary_code, method_code, method_version, unit_code, balance_code
        from {{ ref("int_emissions__matched") }}
        where
            activity_code = 'energy/C-IN'
            and balance_code is not null
            and gas_code = 'CO2'
            and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
    ),

    -- A unit that measured its anode effects, or says that it has none, needs no average of them.
    anode_effects as (
        select distinct submission_id, boundary_code, method_code, method_version, unit_code, gas_code
        from {{ ref("int_emissions__matched") }}
        where
            activity_code = 'other_gases/anode_effect' and coalesce(notation_key_code, '') not in ('NA', 'IE')
    ),

    judged as (
        select
            matched.*,
            matched.balance_code is not null
            and matched.gas_code = 'CO2'
            and (
                matched.table_name = 'process'
                or matched.activity_code in ('energy/C-IN', 'energy/C-OUT', 'energy/REC-G')
            ) as is_balanced,
            case
                matched.condition_code
                when 'carried_by_process_line'
                then carriers_of_carbon.line_id is not null
                when 'carbon_in_balance'
                then balances_with_carbon.balance_code is not null
                when 'counted_before'
                then counted_before.carrier_code is not null
                when 'anode_effect_not_reported'
                then anode_effects.gas_code is null
                when 'offset_retired'
                then coalesce(matched.is_retired, false)
                else true
            end as is_met
        from {{ ref("int_emissions__matched") }} as matched
        left join
            carriers_of_carbon
            on matched.submission_id = carriers_of_carbon.submission_id
            and matched.boundary_code = carriers_of_carbon.boundary_code
            and matched.method_code = carriers_of_carbon.method_code
            and matched.method_version = carriers_of_carbon.method_version
            and matched.unit_code = carriers_of_carbon.unit_code
            and matched.carried_by_line = carriers_of_carbon.line_id
        left join
            balances_with_carbon
            on matched.submission_id = balances_with_carbon.submission_id
            and matched.boundary_code = balances_with_carbon.boundary_code
            and matched.method_code = balances_with_carbon.method_code
            and matched.method_version = balances_with_carbon.method_version
            and matched.unit_code = balances_with_carbon.unit_code
            and matched.balance_code = balances_with_carbon.balance_code
        left join
            {{ ref("int_activity__counted_before") }} as counted_before
            on matched.submission_id = counted_before.submission_id
            and matched.unit_code = counted_before.unit_code
            and matched.carrier_code = counted_before.carrier_code
        left join
            anode_effects
            on matched.submission_id = anode_effects.submission_id
            and matched.boundary_code = anode_effects.boundary_code
            and matched.method_code = anode_effects.method_code
            and matched.method_version = anode_effects.method_version
            and matched.unit_code = anode_effects.unit_code
            and matched.gas_code = anode_effects.gas_code
    )

-- What is carried elsewhere, or was not counted before, is zero
-- whatever its quantity. A condition that makes its term not estimated
-- says so by the term's reason; one without a reason makes it zero.
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
