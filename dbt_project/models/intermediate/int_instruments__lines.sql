{{ config(materialized="table") }}

-- Used certificates in MWh and offsets in t CO2e, and which of them is a claim on the year: a tradable
-- certificate with a serial for power of this year, an offset retired with a serial for it.
with
    lines as (
        select
            instruments.submission_id,
            instruments.line_id,
            instruments.unit_code,
            instruments.instrument_type_code,
            instruments.bundle_code,
            instruments.is_tradable,
            instruments.retired_on,
            instruments.serial_from,
            instruments.serial_to,
            instruments.reported_quantity,
            instruments.notation_key_code,
            coalesce(instruments.consumption_year = instruments.reference_year, false) as is_of_year,
            coalesce(
                units.canonical_unit_code
                = case instruments.instrument_type_code when 'offset' then 't' else 'MWh' end,
                false
            ) as is_convertible,
            {{ lingtan.canonical_quantity("instruments.reported_quantity", "units.multiplier") }} as quantity
        from {{ ref("stg_park_return__instruments") }} as instruments
        left join {{ ref("units") }} as units on instruments.reported_unit_code = units.unit_code
        where instruments.row_disposition = 'used'
    )

select
    submission_id,
    line_id,
    unit_code,
    instrument_type_code,
    bundle_code,
    serial_from as serial_first,
    -- A last serial of another length, or before the first one, makes no range.
    case
        when length(serial_to) = length(serial_from) and serial_to > serial_from
        then serial_to
        else serial_from
    end as serial_last,
    case instrument_type_code when 'offset' then 't' else 'MWh' end as canonical_unit_code,
    is_convertible,
    reported_quantity,
    notation_key_code,
    quantity,
    case
        instrument_type_code
        when 'green_certificate'
        then
            coalesce(bundle_code in ('green_trade', 'unbundled'), false)
            and coalesce(is_tradable, false)
            and notation_key_code is null
            and is_convertible
        when 'offset'
        then retired_on is not null
        else false
    end
    and serial_from is not null
    and is_of_year as is_claim
from lines
