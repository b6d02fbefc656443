{{ config(materialized="ephemeral") }}

-- Activity of the provincial inventories, one row a submission, sector and fuel: final
-- consumption, with power and heat supply added to sector 39, non-energy use taken from
-- sectors 22 to 26, other petroleum products in sector 39 alone, and nothing below zero.
-- The share of the five is one share: where one of them is unknown, so is the share.
-- Sectors are the method's own; signs, scopes and factors are data (method_terms).
with
    quantities as (select * from {{ ref("int_inventory__energy") }}),

    fuels as (
        select
            submission_id,
            carrier_code,
            max(case when row_code = 'TP' then counted_quantity end) as thermal_power,
            max(case when row_code = 'HS' then counted_quantity end) as heating_supply,
            max(case when row_code = 'NEU' then counted_quantity end) as non_energy_use,
            cast(
                sum(
                    case when row_code in ('S22', 'S23', 'S24', 'S25', 'S26') then counted_quantity end
                ) as decimal(26, 6)
            ) as chemical_consumption,
            count(
                distinct case
                    when row_code in ('S22', 'S23', 'S24', 'S25', 'S26') and counted_quantity is not null
                    then row_code
                end
            )
            = 5 as is_chemical_complete
        from quantities
        group by submission_id, carrier_code
    ),

    cells as (
        select
            quantities.*,
            fuels.thermal_power,
            fuels.heating_supply,
            cast(fuels.non_energy_use as decimal(26, 6)) as non_energy_use,
            coalesce(fuels.chemical_consumption, 0) as chemical_consumption,
            fuels.is_chemical_complete,
            quantities.row_code = 'S39' as is_power_sector,
            quantities.row_code in ('S22', 'S23', 'S24', 'S25', 'S26') as is_chemical_sector,
            quantities.carrier_code = 'other_petroleum' as is_other_petroleum
        from quantities
        inner join
            fuels
            on quantities.submission_id = fuels.submission_id
            and quantities.carrier_code = fuels.carrier_code
        where quantities.row_kind_code = 'final_consumption'
    ),

    activities as (
        select
            *,
            case
                when is_power_sector
                then
                    case when is_other_petroleum then 0 else counted_quantity end
                    + thermal_power
                    + heating_supply
                when is_other_petroleum
                then 0
                else counted_quantity
            end as activity,
            case
                when not is_chemical_sector or non_energy_use = 0
                then cast(1 as decimal(17, 12))
                when not is_chemical_complete
                then case when is_other_petroleum then cast(1 as decimal(17, 12)) end
                when chemical_consumption = 0
                then cast(1 as decimal(17, 12))
                when chemical_consumption > 0 and non_energy_use >= chemical_consumption
                then cast(0 as decimal(17, 12))
                when abs(non_energy_use) < 10000 * abs(chemical_consumption)
                then
                    cast(
                        1
                        - {{ lingtan.exact_ratio("non_energy_use", 6, "chemical_consumption", 6, 12, 17) }}
                        as decimal(17, 12)
                    )
            end as energy_share
        from cells
    )

select
    submission_id,
    reference_year,
    period_code,
    province_code,
    row_code,
    carrier_code,
    canonical_unit_code,
    notation_key_code,
    cast(case when activity < 0 then 0 else activity end as decimal(20, 6)) as quantity,
    case when energy_share < 0 then cast(0 as decimal(17, 12)) else energy_share end as share_ratio,
    case
        when is_other_petroleum and not is_power_sector
        then null
        when reason_code is not null
        then reason_code
        when is_power_sector and (thermal_power is null or heating_supply is null)
        then 'inventory_row_missing'
        when energy_share is null and (non_energy_use is null or not is_chemical_complete)
        then 'inventory_row_missing'
        when energy_share is null
        then 'value_out_of_range'
    end as reason_code
from activities
