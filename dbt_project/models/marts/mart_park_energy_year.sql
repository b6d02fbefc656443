-- A measure that does not exist for the year has a row that says why, not a number. The supply side exists
-- where the park reports what it bought, produced, sold or stored of a fuel; the total of the statistical
-- forms, which is the use side with feedstock and what the side conversion adds, where all of it is known.
{%- set conversion -%}
    case
        when
            variants.includes_feedstock
            and refused.park_code is null
            and sums.not_estimated_count = 0
            and sums.energy_tce is not null
        then sums.conversion_tce
    end
{%- endset %}

with
    -- Refused rows that would have been energy; a unit's row decides what of its lines lies inside.
    refused_rows as (
        select submission_id, false as is_plant
        from {{ ref("int_rows__refused") }}
        where table_name in ('energy', 'power_heat', 'units')
        union all
        select submission_id, true as is_plant
        from {{ ref("stg_park_return__generation") }}
        where row_disposition = 'refused'
    ),

    refused as (
        select
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            count(case when not rows.is_plant then 1 end) > 0 as has_lines
        from refused_rows as rows
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on rows.submission_id = periods.submission_id
            and periods.is_counted
        group by periods.reference_year, periods.park_code, periods.boundary_code
    ),

    lines as (
        select
            facts.*,
            case when facts.side_code = 'use' then facts.energy_tce end as use_tce,
            -- What a unit sends to a neighbour is used there: of the conversion side nothing is eliminated.
            case
                when facts.side_code = 'conversion' and facts.entry_kind_code = 'own' then facts.energy_tce
            end as conversion_tce,
            facts.side_code = 'conversion'
            and facts.energy_tce is null
            and facts.notation_key_code <> 'NA' as is_conversion_unknown,
            facts.side_code = 'supply' and carriers.is_fuel and facts.table_name = 'energy' as is_fuel_supply
        from {{ ref("fct_energy") }} as facts
        left join {{ ref("carriers") }} as carriers on facts.carrier_code = carriers.carrier_code
        where facts.view_code in ('unit', 'park')
    ),

    sums as (
        select
            reference_year,
            park_code,
            boundary_code,
            energy_method_code,
            cast(sum(use_tce) as decimal(38, 12)) as energy_tce,
            cast(
                sum(
                    case
                        when side_code <> 'use' or not_estimated_reason_code is null
                        then 0
                        when entry_kind_code = 'elimination'
                        then -1
                        else 1
                    end
                ) as bigint
            ) as not_estimated_count,
            cast(
                case
                    when count(case when is_fuel_supply then 1 end) > 0
                    then sum(case when side_code = 'supply' then energy_tce end)
                end as decimal(38, 12)
            ) as supply_tce,
            case
                when count(case when is_conversion_unknown then 1 end) = 0
                then cast(coalesce(sum(conversion_tce), 0) as decimal(38, 12))
            end as conversion_tce
        from lines
        group by reference_year, park_code, boundary_code, energy_method_code
    )

select
    parks.reference_year,
    parks.park_code,
    parks.boundary_code,
    methods.energy_method_code,
    parks.province_code,
    sums.energy_tce,
    sums.supply_tce,
    cast(sums.energy_tce - sums.supply_tce as decimal(38, 12)) as difference_tce,
    cast(sums.energy_tce + {{ conversion }} as decimal(38, 12)) as forms_tce,
    cast(-{{ conversion }} as decimal(38, 12)) as forms_difference_tce,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    parks.rows_refused as refused_row_count,
    coalesce(sums.not_estimated_count, 0) > 0 or coalesce(refused.has_lines, false) as is_partial,
    case when not methods.is_available then 'no_equivalent_coefficient' end as exists_reason_code
from {{ ref("int_results__expected") }} as parks
inner join {{ ref("int_energy__methods") }} as methods on parks.reference_year = methods.reference_year
inner join {{ ref("energy_methods") }} as variants on methods.energy_method_code = variants.energy_method_code
left join
    sums
    on parks.reference_year = sums.reference_year
    and parks.park_code = sums.park_code
    and parks.boundary_code = sums.boundary_code
    and methods.energy_method_code = sums.energy_method_code
left join
    refused
    on parks.reference_year = refused.reference_year
    and parks.park_code = refused.park_code
    and parks.boundary_code = refused.boundary_code
