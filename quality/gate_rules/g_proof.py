"""G-PROOF: from the units to the nation nothing is counted twice and nothing is left over."""

from typing import Final

from quality.gate_rule import Check, GateRule

_KEY: Final = "reference_year, area_code, boundary_code, method_code, scope2_basis_code"
_TEXT: Final = (
    "cast(reference_year as varchar) || ' ' || area_code || ' ' || boundary_code || ' ' || method_code"
    " || ' ' || scope2_basis_code"
)
#: The remainder is worked out again from its parts, and is nothing.
_REMAINDERS: Final = (
    f"select {_TEXT} || ' ' || total_code || ' ' || view_code from mart_proof"
    " where coalesce(opening_tco2e, 0) + coalesce(eliminated_agreeing_tco2e, 0)"
    " + coalesce(eliminated_asymmetric_tco2e, 0) + coalesce(eliminated_unconfirmed_tco2e, 0)"
    " + coalesce(eliminated_nested_tco2e, 0)"
    " - coalesce(closing_tco2e, 0) <> 0 or remainder_tco2e is distinct from 0"
)
#: It starts from the own entries of the units ...
_STARTS: Final = (
    "with areas as (select *, province_code as area_code from fct_emissions"
    " union all select *, 'CN' as area_code from fct_emissions),"
    " own as (select m.reference_year, m.area_code, m.boundary_code, m.method_code, m.scope2_basis_code,"
    " sum(a.emission_tco2e) as total from mart_production_consumption as m inner join areas as a"
    " using (reference_year, area_code, boundary_code, method_code) where a.entry_kind_code = 'own'"
    " and a.scope2_basis_code in ('NA', m.scope2_basis_code) and (a.scope_code in ('1', '2')"
    " and not a.is_memo or a.component_code = 'own_generation_sent') group by all)"
    f" select {_TEXT} || ' own' from mart_production_consumption left join own using ({_KEY})"
    " left join (select * from mart_proof where total_code = 'consumption' and view_code = 'park') as p"
    f" using ({_KEY}) where p.view_code is null or coalesce(own.total, 0) <> coalesce(p.opening_tco2e, 0)"
)
#: ... and ends with the totals that are released.
_ENDS: Final = (
    f"select {_TEXT} || ' end' from mart_production_consumption as m left join (select * from mart_proof"
    " where view_code = case when area_code = 'CN' then 'nation' else 'province' end) as p"
    f" using ({_KEY}) where p.closing_tco2e is distinct from"
    " case p.total_code when 'production' then m.production_tco2e else m.consumption_tco2e end"
)
#: A difference is named at both parks, and nothing else is.
_FINDINGS: Final = (
    "with differing as (select *, commodity_code || '/' || from_node_code || '>' || to_node_code"
    " as subject_code from mart_flow_matrix where difference_quantity <> 0),"
    " ends as (select reference_year, boundary_code, from_park_code as park_code, subject_code,"
    " difference_quantity from differing union select reference_year, boundary_code, to_park_code,"
    " subject_code, difference_quantity from differing)"
    " select park_code || ' ' || subject_code from ends full join"
    " (select * from mart_findings where finding_code = 'flow_asymmetric') as f"
    " using (reference_year, boundary_code, park_code, subject_code)"
    " where ends.difference_quantity is distinct from f.difference order by all"
)

_ACCOUNT: Final = "reference_year, park_code, boundary_code, unit_code"
#: Every account closes with what its entries make of what it opened with ...
_BALANCES: Final = (
    f"select concat_ws(' ', {_ACCOUNT}) from mart_enterprise_account group by {_ACCOUNT}"
    " having sum(case when account_entry_code in ('claims', 'removals', 'offsets', 'closing')"
    " then -emission_tco2e else emission_tco2e end) is distinct from 0 or count(*) <> 7"
)
#: ... opens with what it closed with the year before ...
_OPENINGS: Final = (
    "with balances as (select * from mart_enterprise_account"
    " where account_entry_code in ('opening', 'closing'))"
    " select concat_ws(' ', o.reference_year, o.park_code, o.boundary_code, o.unit_code, 'opening')"
    " from balances as o left join balances as c on o.reference_year = c.reference_year + 1"
    " and o.park_code = c.park_code and o.boundary_code = c.boundary_code and o.unit_code = c.unit_code"
    " and o.credit_code is not distinct from c.credit_code and c.account_entry_code = 'closing'"
    " where o.account_entry_code = 'opening' and (o.emission_tco2e <> coalesce(c.emission_tco2e, 0)"
    " or (c.unit_code is null) <> (o.account_reason_code is not distinct from 'account_opens'))"
)
_BRIDGE: Final = "reference_year, park_code, boundary_code, method_code"
#: ... and with the flows inside its park all accounts are what the facts say of the park.
_BRIDGES: Final = (
    f"with facts as (select {_BRIDGE}, sum(emission_tco2e) as total from fct_emissions"
    " where scope_code = 'account' and view_code in ('unit', 'park') group by all)"
    f" select concat_ws(' ', {_BRIDGE}) from mart_account_bridge full join facts using ({_BRIDGE})"
    " where remainder_tco2e is distinct from 0 or park_tco2e is distinct from facts.total"
    " or coalesce(accounts_tco2e, 0) + coalesce(internal_power_tco2e, 0) + coalesce(internal_heat_tco2e, 0)"
    " + coalesce(without_account_tco2e, 0) <> coalesce(facts.total, 0) order by all"
)

RULE = GateRule(
    id="G-PROOF",
    version="2",
    checks={
        "mart_proof": Check(
            checked="select count(*) from mart_proof",
            failing=f"{_REMAINDERS} union all ({_STARTS}) union all ({_ENDS}) order by all",
        ),
        "mart_flow_balance": Check(
            checked="select count(*) from mart_flow_balance",
            failing=(
                "select cast(reference_year as varchar) || ' ' || area_code || ' ' || boundary_code || ' '"
                " || commodity_code from mart_flow_balance where remainder_quantity is distinct from 0"
                " or sent_inside_quantity - received_inside_quantity - asymmetry_quantity <> 0 order by all"
            ),
        ),
        "mart_flow_matrix": Check(checked="select count(*) from mart_flow_matrix", failing=_FINDINGS),
        "mart_enterprise_account": Check(
            checked="select count(*) from mart_enterprise_account",
            failing=f"{_BALANCES} union all ({_OPENINGS}) order by all",
        ),
        "mart_account_bridge": Check(checked="select count(*) from mart_account_bridge", failing=_BRIDGES),
    },
    title_zh="单位、园区、省、全国逐级合并，余数为零",
    title_en="Unit, park, province and nation consolidate without a remainder",
    reason_zh="同一能量、同一吨排放在每个合计中只计一次（L6）；双方报数之差须逐笔列出。",
    reason_en="Energy and emissions are in each total once (L6); what two reports differ by is named.",
    action_zh="请查看 mart_proof（企业碳账户为 mart_account_bridge）中余数不为零的一行，检查该层级的抵消。",
    action_en="See the row of mart_proof or mart_account_bridge with a remainder; check its eliminations.",
)
