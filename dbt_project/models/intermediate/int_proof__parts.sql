{{ config(materialized="table") }}

-- What goes into the totals of production and consumption, taken twice: from the facts, each unit's own
-- entries (level 0) and the eliminations of park, province and nation (levels 1 to 3), these by how the
-- two reports of the flow stand, or because the unit is counted in the park around its own; and from the
-- released results of the parks (level 1).
{%- set in_totals = "(scope_code in ('1', '2') and not is_memo) or component_code = 'own_generation_sent'" %}
with
    states as (
        select flows.submission_id, flows.line_id, flows.boundary_code, matrix.flow_state_code
        from {{ ref("fct_flows") }} as flows
        inner join
            {{ ref("mart_flow_matrix") }} as matrix
            on flows.reference_year = matrix.reference_year
            and flows.boundary_code = matrix.boundary_code
            and flows.commodity_code = matrix.commodity_code
            and flows.from_node_code = matrix.from_node_code
            and flows.to_node_code = matrix.to_node_code
        where flows.table_name = 'power_heat' and flows.elimination_view_code is not null
    ),

    entries as (
        select
            facts.*,
            case
                facts.view_code when 'unit' then 0 when 'park' then 1 when 'province' then 2 else 3
            end as level_number,
            case
                when facts.entry_kind_code = 'own'
                then 'stated'
                when facts.view_code <> 'park' and nested.unit_code is not null
                then 'nested'
                when states.flow_state_code = 'agree'
                then 'agreeing'
                when states.flow_state_code in ('differ', 'only_sender', 'only_receiver')
                then 'asymmetric'
                else 'unconfirmed'
            end as part_code
        from {{ ref("fct_emissions") }} as facts
        left join
            states
            on facts.submission_id = states.submission_id
            and case when facts.entry_kind_code = 'elimination' then facts.line_id end = states.line_id
            and facts.boundary_code = states.boundary_code
        left join
            {{ ref("int_units__nested") }} as nested
            on facts.submission_id = nested.submission_id
            and facts.boundary_code = nested.boundary_code
            and facts.unit_code = nested.unit_code
        where {{ in_totals }}
    ),

    results as (
        select
            reference_year,
            province_code,
            boundary_code,
            method_code,
            scope2_basis_code,
            scope_code,
            component_code,
            emission_tco2e,
            false as is_memo
        from {{ ref("mart_park_component_year") }}
        union all
        select
            reference_year,
            province_code,
            boundary_code,
            method_code,
            scope2_basis_code,
            scope_code,
            component_code,
            emission_tco2e,
            true as is_memo
        from {{ ref("mart_park_memo_year") }}
    )

select
    reference_year,
    province_code,
    boundary_code,
    method_code,
    scope2_basis_code,
    scope_code,
    level_number,
    part_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e
from entries
group by
    reference_year,
    province_code,
    boundary_code,
    method_code,
    scope2_basis_code,
    scope_code,
    level_number,
    part_code
union all
select
    reference_year,
    province_code,
    boundary_code,
    method_code,
    scope2_basis_code,
    scope_code,
    1 as level_number,
    'stated' as part_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e
from results
where {{ in_totals }}
group by reference_year, province_code, boundary_code, method_code, scope2_basis_code, scope_code
