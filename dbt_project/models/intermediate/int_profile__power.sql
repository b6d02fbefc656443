-- Power that a park exchanges with the outside, by what it is for the profile. A kind that no energy measure
-- counts (own generation used, storage) does not come from outside. One line that is not known makes
-- its figure unknown; power received or sent without any line is null, not zero (L7).
{%- set of_received = ["green_power_mwh", "direct_power_mwh"] %}
{%- set figures = {
    "power_received_mwh": "lines.direction_code = 'received'",
    "power_sent_mwh": "lines.direction_code = 'sent'",
    "green_power_mwh": "lines.direction_code = 'received' and lines.kind_code in ('E-GT', 'E-GEC')",
    "direct_power_mwh": "lines.direction_code = 'received' and lines.kind_code = 'E-DL'",
} %}
with
    lines as (
        select
            lines.reference_year,
            lines.park_code,
            lines.boundary_code,
            lines.kind_code,
            lines.direction_code,
            case when lines.notation_key_code = 'NO' then 0 else lines.power_mwh end as power_mwh
        from {{ ref("fct_power_heat") }} as lines
        inner join
            {{ ref("power_heat_kinds") }} as kinds
            on lines.kind_code = kinds.kind_code
            and kinds.carrier_code = 'electricity'
        inner join
            {{ ref("energy_terms") }} as terms
            on lines.activity_code = terms.activity_code
            and terms.energy_method_code = 'EN-CAL-F'
            and terms.side_code = 'use'
            and terms.sign <> 0
        where not lines.is_internal and coalesce(lines.notation_key_code, '') not in ('NA', 'IE')
    )

select
    reference_year,
    park_code,
    boundary_code,
    {%- for figure, condition in figures.items() %}
        cast(
            case
                when
                    count(case when {{ condition }} then 1 end)
                    = count(case when {{ condition }} then lines.power_mwh end)
                then
                    coalesce(
                        sum(case when {{ condition }} then lines.power_mwh end),
                        {{ "0" if figure in of_received else "null" }}
                    )
            end as decimal(38, 6)
        ) as {{ figure }},
    {%- endfor %}
    cast(
        case
            when count(*) = count(power_mwh)
            then sum(case when direction_code = 'received' then power_mwh else - power_mwh end)
        end as decimal(38, 6)
    ) as net_received_mwh,
    count(*) > count(power_mwh) as is_unknown
from lines
group by reference_year, park_code, boundary_code
