-- A measure that does not exist for the year has a row that says why, not a number. The
-- supply side exists where the park reports what it bought, produced, sold or stored of a fuel.
with
    -- Refused rows that would have been energy; a unit's row decides what of its lines lies inside.
    refused as (
        select distinct periods.reference_year, periods.park_code, periods.boundary_code
        from {{ ref("int_rows__refused") }} as rows
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on rows.submission_id = periods.submission_id
            and periods.is_counted
        where rows.table_name in ('energy', 'power_heat', 'units')
    ),

    sums as (
        select
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.energy_method_code,
            cast(
                sum(case when facts.side_code = 'use' then facts.energy_tce end) as decimal(38, 12)
            ) as energy_tce,
            cast(
                sum(
                    case
                        when facts.side_code <> 'use' or facts.not_estimated_reason_code is null
                        then 0
                        when facts.entry_kind_code = 'elimination'
                        then -1
                        else 1
                    end
                ) as bigint
            ) as not_estimated_count,
            cast(
                case
                    when
                        count(
                            case
                                when
                                    facts.side_code = 'supply'
                                    and carriers.is_fuel
                                    and facts.table_name = 'energy'
                                then 1
                            end
                        )
                        > 0
                    then sum(case when facts.side_code = 'supply' then facts.energy_tce end)
                end as decimal(38, 12)
            ) as supply_tce
        from {{ ref("fct_energy") }} as facts
        left join {{ ref("carriers") }} as carriers on facts.carrier_code = carriers.carrier_code
        where facts.view_code in ('unit', 'park')
        group by facts.reference_year, facts.park_code, facts.boundary_code, facts.energy_method_code
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
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    parks.rows_refused as refused_row_count,
    coalesce(sums.not_estimated_count, 0) > 0 or refused.park_code is not null as is_partial,
    case when not methods.is_available then 'no_equivalent_coefficient' end as exists_reason_code
from {{ ref("int_results__expected") }} as parks
inner join {{ ref("int_energy__methods") }} as methods on parks.reference_year = methods.reference_year
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
