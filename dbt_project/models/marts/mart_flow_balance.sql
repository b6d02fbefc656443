-- What was sent inside an area is what was received there and what the two sides' reports differ by.
with
    compared as (
        select matrix.*, parks.province_code
        from {{ ref("mart_flow_matrix") }} as matrix
        inner join
            {{ ref("int_parks__registered") }} as parks
            on matrix.reference_year = parks.reference_year
            and matrix.from_park_code = parks.park_code
        where matrix.difference_quantity is not null
    ),

    -- What was sent and received, from the lines themselves.
    reported as (
        select
            reference_year,
            boundary_code,
            commodity_code,
            from_node_code,
            to_node_code,
            {%- for side, name in {"sender": "sent", "receiver": "received"}.items() %}
                cast(
                    sum(case when reported_by_code = '{{ side }}' then flow_quantity end) as decimal(38, 6)
                ) as {{ name }}_quantity
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("fct_flows") }}
        where counted_park_code is null
        group by reference_year, boundary_code, commodity_code, from_node_code, to_node_code
    ),

    flows as (
        select
            compared.reference_year,
            compared.boundary_code,
            compared.commodity_code,
            compared.canonical_unit_code,
            compared.province_code,
            compared.elimination_view_code,
            compared.difference_quantity,
            reported.sent_quantity,
            reported.received_quantity
        from compared
        inner join
            reported
            on compared.reference_year = reported.reference_year
            and compared.boundary_code = reported.boundary_code
            and compared.commodity_code = reported.commodity_code
            and compared.from_node_code = reported.from_node_code
            and compared.to_node_code = reported.to_node_code
    ),

    areas as (
        select *, province_code as area_code
        from flows
        where elimination_view_code in ('park', 'province')
        union all
        select *, 'CN' as area_code
        from flows
    )

select
    reference_year,
    area_code,
    boundary_code,
    commodity_code,
    max(canonical_unit_code) as canonical_unit_code,
    cast(count(*) as bigint) as flow_count,
    cast(count(case when difference_quantity <> 0 then 1 end) as bigint) as flow_count_asymmetric,
    cast(coalesce(sum(sent_quantity), 0) as decimal(38, 6)) as sent_inside_quantity,
    cast(coalesce(sum(received_quantity), 0) as decimal(38, 6)) as received_inside_quantity,
    cast(sum(difference_quantity) as decimal(38, 6)) as asymmetry_quantity,
    cast(
        coalesce(sum(sent_quantity), 0)
        - coalesce(sum(received_quantity), 0)
        - sum(difference_quantity) as decimal(38, 6)
    ) as remainder_quantity
from areas
group by reference_year, area_code, boundary_code, commodity_code
