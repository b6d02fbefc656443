{{ config(materialized="table") }}

-- Removed and stored CO2 in t, and what of it was sold as credits: fossil CO2 that is stored, CO2 of the air
-- or of biomass that is stored, and what does not stay stored.
with
    removals as (
        select
            *,
            case
                when co2_origin_code = 'fossil' and fate_code in ('geological', 'mineralised')
                then 'fossil_stored'
                when
                    co2_origin_code in ('biogenic', 'air')
                    and fate_code in ('geological', 'mineralised', 'biomass', 'soil')
                then 'stored'
                else 'not_stored'
            end as role_code
        from {{ ref("stg_park_return__removals") }}
        where row_disposition = 'used'
    )

select
    removals.submission_id,
    removals.line_id,
    removals.unit_code,
    removals.removal_type_code,
    removals.role_code,
    coalesce(units.canonical_unit_code = 't', false) as is_convertible,
    removals.reported_quantity,
    removals.notation_key_code,
    {{ lingtan.canonical_quantity("removals.reported_quantity", "units.multiplier") }} as quantity,
    removals.reported_credit_sold,
    removals.credit_sold_notation_key_code,
    {{ lingtan.canonical_quantity("removals.reported_credit_sold", "units.multiplier") }} as credit_quantity,
    removals.credit_serial,
    -- Credits have a serial, and yet nothing of the removal is added back.
    removals.role_code <> 'not_stored'
    and removals.credit_serial is not null
    and coalesce(removals.reported_credit_sold, 0) = 0
    and coalesce(removals.credit_sold_notation_key_code, 'NO') not in ('NE', 'C') as is_kept
from removals
left join {{ ref("units") }} as units on removals.reported_unit_code = units.unit_code
