{{ config(materialized="ephemeral") }}

-- Suppliers over direct lines (a unit as its park names it, or a park as others do) of which all who name
-- them received more direct non-fossil power than they state as sent, by more than meters differ. One that
-- states no such line, or one of it unknown, is not judged: silence is no zero (L7). Of what differs by
-- boundary the larger amount is taken, park by park; nested parks speak through the park around them.
with
    -- Own power that leaves otherwise than through the grid leaves over a direct line.
    flows as (
        select
            flows.*,
            flows.from_node_code as supplier_code,
            flows.from_park_code as supplier_park_code,
            flows.flow_quantity is null and coalesce(flows.notation_key_code, '') <> 'NO' as is_unknown
        from {{ ref("fct_flows") }} as flows
        where flows.kind_code in ('E-DL', 'E-SELF-RE', 'E-SELF-NF') and flows.counted_park_code is null
    ),

    sent as (
        select
            flows.reference_year,
            flows.supplier_code,
            flows.supplier_park_code,
            flows.boundary_code,
            sum(coalesce(flows.flow_quantity, 0)) as supplied_mwh,
            max(case when flows.is_unknown or gaps.park_code is not null then 1 else 0 end) as is_unknown
        from flows
        left join
            {{ ref("int_flows__gaps") }} as gaps
            on flows.reference_year = gaps.reference_year
            and flows.boundary_code = gaps.boundary_code
            and flows.supplier_park_code = gaps.park_code
            and gaps.source_category_code = 'power'
        where flows.reported_by_code = 'sender' and flows.to_kind_code <> 'grid'
        group by flows.reference_year, flows.supplier_code, flows.supplier_park_code, flows.boundary_code
    ),

    supplied as (
        select
            reference_year,
            supplier_code,
            supplier_park_code,
            cast(max(supplied_mwh) as decimal(26, 6)) as supplied_mwh
        from sent
        group by reference_year, supplier_code, supplier_park_code
        having max(is_unknown) = 0
    ),

    received as (
        select reference_year, supplier_code, park_code, boundary_code, sum(flow_quantity) as claimed_mwh
        from flows
        where reported_by_code = 'receiver' and kind_code = 'E-DL' and other_end_code = 'inside'
        group by reference_year, supplier_code, park_code, boundary_code
    ),

    received_by_park as (
        select reference_year, supplier_code, park_code, max(claimed_mwh) as claimed_mwh
        from received
        group by reference_year, supplier_code, park_code
    ),

    claimed as (
        select reference_year, supplier_code, cast(sum(claimed_mwh) as decimal(26, 6)) as claimed_mwh
        from received_by_park
        group by reference_year, supplier_code
    )

select
    supplied.reference_year,
    supplied.supplier_code,
    supplied.supplier_park_code,
    claimed.claimed_mwh,
    supplied.supplied_mwh
from supplied
inner join
    claimed
    on supplied.reference_year = claimed.reference_year
    and supplied.supplier_code = claimed.supplier_code
cross join {{ ref("int_conversions__constants") }} as constants
where
    claimed.claimed_mwh - supplied.supplied_mwh
    > {{ lingtan.product("claimed.claimed_mwh", 26, 6, "constants.check_tolerance_ratio", 7, 6) }}
