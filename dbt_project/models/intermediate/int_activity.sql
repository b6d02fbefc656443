{{ config(materialized="table") }}

-- Every used line of the returns that are counted, and of the parts of a year at hand, once
-- for each boundary its unit is in; methods and energy measures start from here.
with
    placed as (
        select
            lines.*,
            periods.boundary_code,
            periods.reference_year,
            periods.period_code,
            periods.park_code,
            -- Of the park, not of the unit: a line of a refused unit belongs to the same province.
            periods.province_code,
            periods.is_counted,
            units.industry_division_code,
            units.is_shared,
            units.share_ratio,
            case
                when units.unit_code is null then 'unit_not_listed' else units.share_reason_code
            end as share_reason_code,
            case
                when neighbours.unit_code is not null
                then 'park'
                when parks.province_code = periods.province_code
                then 'province'
                when parks.park_code is not null
                then 'nation'
            end as elimination_view_code
        from {{ ref("int_activity__lines") }} as lines
        inner join
            {{ ref("int_periods__boundaries") }} as periods on lines.submission_id = periods.submission_id
        left join
            {{ ref("int_units__boundaries") }} as units
            on lines.submission_id = units.submission_id
            and periods.boundary_code = units.boundary_code
            and lines.unit_code = units.unit_code
        left join
            {{ ref("int_units__boundaries") }} as neighbours
            on lines.submission_id = neighbours.submission_id
            and periods.boundary_code = neighbours.boundary_code
            -- A condition on the lines alone would keep the engine from joining by key.
            and case when lines.counterparty_kind_code = 'unit' then lines.counterparty_code end
            = neighbours.unit_code
            and not neighbours.is_outside
        left join
            {{ ref("int_parks__boundaries") }} as parks
            on periods.reference_year = parks.reference_year
            and periods.boundary_code = parks.boundary_code
            and case
                when lines.counterparty_kind_code = 'park' and lines.counterparty_code <> periods.park_code
                then lines.counterparty_code
            end
            = parks.park_code
            and parks.is_registered
        where (periods.is_counted or periods.is_at_hand) and not coalesce(units.is_outside, false)
    )

select
    submission_id,
    boundary_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    is_counted,
    table_name,
    line_id,
    unit_code,
    coalesce(industry_division_code, 'NA') as industry_division_code,
    activity_code,
    carrier_code,
    use_code,
    kind_code,
    direction_code,
    counterparty_kind_code,
    counterparty_code,
    elimination_view_code,
    case
        when table_name = 'power_heat' then coalesce(elimination_view_code, '') <> 'park'
    end as crosses_boundary,
    supply_origin_code,
    gas_code,
    product_code,
    route_code,
    role_code,
    source_code,
    listed_activity_code,
    canonical_unit_code,
    canonical_quantity,
    case when is_shared then share_ratio end as boundary_share_ratio,
    case
        when share_reason_code is not null
        then null
        when is_shared
        then
            {{
                lingtan.round_half_up(
                    lingtan.product("canonical_quantity", 20, 6, "share_ratio", 7, 6), 20, 6
                )
            }}
        else canonical_quantity
    end as quantity,
    notation_key_code,
    coalesce(
        quantity_reason_code, case when notation_key_code is null then share_reason_code end
    ) as quantity_reason_code,
    measured_net_calorific_value,
    measured_carbon_content,
    measured_oxidation_ratio,
    biogenic_share_ratio,
    measured_factor,
    factor_source_code,
    balance_code,
    carried_by_line,
    is_retired
from placed
