{{ config(materialized="ephemeral") }}

-- Power of a park: what came from outside, what left, what its plants made, and how much of what
-- it used was supplied directly. No share of nothing: without power use, or where a
-- part of it is unknown, there is none.
with
    joined as (
        select
            parks.reference_year,
            parks.park_code,
            parks.boundary_code,
            power.power_received_mwh,
            power.power_sent_mwh,
            -- Part of what is received, or of what plants make: none where there is no line.
            {%- for source, figures in {
                "power": ["green_power_mwh", "direct_power_mwh"],
                "plants": ["own_generation_mwh", "own_use_mwh", "own_non_fossil_use_mwh"],
            }.items() %}
                {%- for figure in figures %}
                    case
                        when {{ source }}.park_code is null then 0 else {{ source }}.{{ figure }}
                    end as {{ figure }},
                {%- endfor %}
            {%- endfor %}
            case
                when
                    not coalesce(power.is_unknown, false)
                    and (plants.park_code is null or plants.own_generation_mwh is not null)
                then
                    cast(
                        coalesce(power.net_received_mwh, 0)
                        + coalesce(plants.own_generation_mwh, 0) as decimal(38, 6)
                    )
            end as power_use_mwh
        from {{ ref("int_results__expected") }} as parks
        left join
            {{ ref("int_profile__power") }} as power
            on parks.reference_year = power.reference_year
            and parks.park_code = power.park_code
            and parks.boundary_code = power.boundary_code
        left join
            {{ ref("int_profile__generation") }} as plants
            on parks.reference_year = plants.reference_year
            and parks.park_code = plants.park_code
            and parks.boundary_code = plants.boundary_code
    ),

    parts as (
        select
            *,
            case when power_use_mwh > 0 then power_use_mwh end as whole_mwh,
            cast(direct_power_mwh + own_non_fossil_use_mwh as decimal(38, 6)) as direct_and_own_mwh
        from joined
    )

select
    reference_year,
    park_code,
    boundary_code,
    power_received_mwh,
    power_sent_mwh,
    green_power_mwh,
    direct_power_mwh,
    own_generation_mwh,
    own_use_mwh,
    own_non_fossil_use_mwh,
    power_use_mwh,
    cast(
        {{ lingtan.exact_ratio("direct_power_mwh", 6, "whole_mwh", 6, 6, 26) }} as decimal(26, 12)
    ) as direct_supply_share_ratio,
    cast(
        {{ lingtan.exact_ratio("direct_and_own_mwh", 6, "whole_mwh", 6, 6, 26) }} as decimal(26, 12)
    ) as direct_supply_share_with_own_use_ratio
from parts
