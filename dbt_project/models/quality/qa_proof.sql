-- The proof closes: every view of every total, and every commodity of every area, leaves nothing over;
-- and what a flow is inside of by its two ends is where its entries are eliminated (L6).
with
    views as (
        select
            cast(reference_year as string)
            || '/'
            || area_code
            || '/'
            || boundary_code
            || '/'
            || scope2_basis_code
            || '/'
            || total_code
            || '/'
            || view_code as check_key,
            remainder_tco2e <> 0 as is_failing
        from {{ ref("mart_proof") }}
    ),

    commodities as (
        select
            cast(reference_year as string)
            || '/'
            || area_code
            || '/'
            || boundary_code
            || '/'
            || commodity_code as check_key,
            remainder_quantity <> 0 as is_failing
        from {{ ref("mart_flow_balance") }}
    ),

    ends as (
        select
            flows.submission_id || '/' || flows.line_id || '/' || flows.boundary_code as check_key,
            coalesce(flows.elimination_view_code, '')
            <> coalesce(lines.elimination_view_code, '') as is_failing
        from {{ ref("fct_flows") }} as flows
        inner join
            {{ ref("fct_power_heat") }} as lines
            on flows.submission_id = lines.submission_id
            and flows.line_id = lines.line_id
            and flows.boundary_code = lines.boundary_code
        where flows.table_name = 'power_heat'
    ),

    -- Opening + direct + indirect - claims - removals - offsets = closing, in every account.
    accounts as (
        select
            cast(reference_year as string)
            || '/'
            || park_code
            || '/'
            || boundary_code
            || '/'
            || unit_code as check_key,
            sum(
                case
                    when account_entry_code in ('claims', 'removals', 'offsets', 'closing')
                    then - emission_tco2e
                    else emission_tco2e
                end
            )
            <> 0 as is_failing
        from {{ ref("mart_enterprise_account") }}
        group by reference_year, park_code, boundary_code, unit_code
    ),

    bridges as (
        select
            cast(reference_year as string) || '/' || park_code || '/' || boundary_code as check_key,
            remainder_tco2e <> 0 as is_failing
        from {{ ref("mart_account_bridge") }}
    )

    {{ lingtan.gate_check("W-PROOF-CLOSES", "mart_proof", "views") }}
union all
{{ lingtan.gate_check("W-FLOWS-BALANCE", "mart_flow_balance", "commodities") }}
union all
{{ lingtan.gate_check("W-FLOWS-ELIMINATED", "fct_flows", "ends") }}
union all
{{ lingtan.gate_check("W-ACCOUNTS-CLOSE", "mart_enterprise_account", "accounts") }}
union all
{{ lingtan.gate_check("W-ACCOUNTS-ADD-UP", "mart_account_bridge", "bridges") }}
