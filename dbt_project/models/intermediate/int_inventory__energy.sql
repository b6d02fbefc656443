-- Cells of the provincial inventories in the canonical unit of their fuel; NO, NA and IE
-- count zero. A refused cell whose row and fuel are known stays, without a quantity.
{%- set cell = [
    "submission_id",
    "reference_year",
    "period_code",
    "province_code",
    "row_code",
    "carrier_code",
    "canonical_unit_code",
    "row_kind_code",
] %}
with
    cells as (
        select
            energy.submission_id,
            energy.reference_year,
            energy.period_code,
            energy.reporting_unit_code as province_code,
            energy.row_code,
            energy.carrier_code,
            energy.row_disposition,
            energy.reported_quantity,
            energy.notation_key_code,
            carriers.canonical_unit_code,
            inventory_rows.row_kind_code,
            coalesce(units.canonical_unit_code = carriers.canonical_unit_code, false) as is_convertible,
            {{ lingtan.canonical_quantity("energy.reported_quantity", "units.multiplier") }} as quantity
        from {{ ref("stg_province_inventory__energy") }} as energy
        inner join {{ ref("inventory_rows") }} as inventory_rows on energy.row_code = inventory_rows.row_code
        inner join
            {{ ref("carriers") }} as carriers
            on energy.carrier_code = carriers.carrier_code
            and carriers.is_fuel
        left join {{ ref("units") }} as units on energy.reported_unit_code = units.unit_code
    ),

    used as (select * from cells where row_disposition = 'used'),

    -- Both cells of a duplicate are refused; they are one cell.
    refused as (
        select distinct cells.{{ cell | join(", cells.") }}
        from cells
        left join
            used
            on cells.submission_id = used.submission_id
            and cells.row_code = used.row_code
            and cells.carrier_code = used.carrier_code
        where cells.row_disposition = 'refused' and used.submission_id is null
    )

select
    {{ cell | join(", ") }},
    notation_key_code,
    {{ lingtan.quantity_reason("notation_key_code", "reported_quantity", "is_convertible", "quantity") }}
    as reason_code,
    case
        when notation_key_code in ('NO', 'NA', 'IE')
        then cast(0 as decimal(20, 6))
        when notation_key_code is null and is_convertible
        then quantity
    end as counted_quantity
from used
union all
select
    {{ cell | join(", ") }},
    cast(null as string) as notation_key_code,
    'row_refused' as reason_code,
    cast(null as decimal(20, 6)) as counted_quantity
from refused
