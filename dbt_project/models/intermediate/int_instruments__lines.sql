{{ config(materialized="table") }}

-- Used certificates in MWh and offsets in t CO2e: what a line by itself lets count, and why nothing of it
-- counts. A certificate counts when it is tradable, has a serial, is for this year, is not expired, and up
-- to the certificates its range holds; an offset when it is retired with a serial for this year.
with
    lines as (
        select
            instruments.*,
            instruments.serial_from as serial_first,
            -- A last serial of another length, or before the first one, makes no range.
            case
                when
                    length(instruments.serial_to) = length(instruments.serial_from)
                    and instruments.serial_to > instruments.serial_from
                then instruments.serial_to
                else instruments.serial_from
            end as serial_last,
            trim(trailing '0123456789' from instruments.serial_from) as serial_head,
            coalesce(
                units.canonical_unit_code
                = case instruments.instrument_type_code when 'offset' then 't' else 'MWh' end,
                false
            ) as is_convertible,
            {{ lingtan.canonical_quantity("instruments.reported_quantity", "units.multiplier") }} as quantity,
            conversions.certificate_mwh,
            -- Months are counted from the year 0, so that they can be compared.
            {{ lingtan.month_number("instruments.generation_month") }} as generation_month_number,
            coalesce(
                extract(year from instruments.retired_on) * 12 + extract(month from instruments.retired_on),
                instruments.consumption_year * 12 + 1
            ) as retirement_month_number,
            conversions.certificate_valid_years,
            conversions.certificate_extended_before_year,
            conversions.certificate_extended_through_year
        from {{ ref("stg_park_return__instruments") }} as instruments
        left join {{ ref("units") }} as units on instruments.reported_unit_code = units.unit_code
        cross join {{ ref("int_conversions__constants") }} as conversions
        where instruments.row_disposition = 'used'
    ),

    -- How many certificates a range holds can be said where both ends are given, one head with two numbers.
    counted as (
        select
            *,
            case
                when
                    instrument_type_code = 'green_certificate'
                    and length(serial_to) = length(serial_first)
                    and serial_to >= serial_first
                    and serial_head = trim(trailing '0123456789' from serial_to)
                    and length(serial_first) - length(serial_head) between 1 and 18
                then
                    cast(substr(serial_to, length(serial_head) + 1) as bigint)
                    - cast(substr(serial_first, length(serial_head) + 1) as bigint)
                    + 1
            end as certificate_count,
            generation_month_number + 12 * certificate_valid_years - 1 < retirement_month_number
            and not (
                generation_month_number <= 12 * certificate_extended_before_year
                and retirement_month_number <= 12 * (certificate_extended_through_year + 1)
            ) as is_past_validity
        from lines
    ),

    held as (
        select
            *,
            -- A range wider than any quantity holds enough.
            case
                when certificate_count < 10000000000000
                then {{ lingtan.product("certificate_count", 19, 0, "certificate_mwh", 12, 6) }}
            end as range_quantity
        from counted
    )

select
    submission_id,
    line_id,
    unit_code,
    instrument_type_code,
    bundle_code,
    plant_code,
    generation_month,
    generation_month_number > 12 * (consumption_year + 1) as is_generated_later,
    serial_first,
    serial_last,
    cast(consumption_year as integer) as claim_year,
    case instrument_type_code when 'offset' then 't' else 'MWh' end as canonical_unit_code,
    is_convertible,
    reported_quantity,
    notation_key_code,
    quantity,
    cast(certificate_count as bigint) as certificate_count,
    cast(
        case when range_quantity < quantity then range_quantity else quantity end as decimal(20, 6)
    ) as held_quantity,
    case
        when
            instrument_type_code = 'green_certificate'
            and not (
                coalesce(bundle_code in ('green_trade', 'unbundled'), false) and coalesce(is_tradable, false)
            )
        then 'not_tradable'
        when instrument_type_code = 'offset' and retired_on is null
        then 'not_retired'
        when serial_first is null
        then 'no_serial'
        when not coalesce(consumption_year = reference_year, false)
        then 'other_year'
        when
            instrument_type_code = 'green_certificate'
            and (notation_key_code is not null or quantity is null or not is_convertible)
        then 'no_quantity'
        when instrument_type_code = 'green_certificate' and coalesce(is_past_validity, false)
        then 'expired'
    end as refusal_code,
    -- What stands beside others when serials are compared, whether or not it counts by itself.
    serial_first is not null
    and consumption_year is not null
    and (notation_key_code is null or notation_key_code in ('NE', 'C'))
    and (instrument_type_code = 'green_certificate' or retired_on is not null) as is_stated
from held
