-- Offsets in t CO2e, and whether they are retired for the year. Certificates
-- make no activity: they decide what power counts as (int_clearing__power).
with
    lines as (
        select
            instruments.submission_id,
            instruments.line_id,
            instruments.unit_code,
            instruments.reported_quantity,
            instruments.notation_key_code,
            instruments.retired_on is not null
            and instruments.serial_from is not null
            and coalesce(instruments.consumption_year = instruments.reference_year, false) as is_retired,
            coalesce(units.canonical_unit_code = 't', false) as is_convertible,
            {{ lingtan.canonical_quantity("instruments.reported_quantity", "units.multiplier") }} as quantity
        from {{ ref("stg_park_return__instruments") }} as instruments
        left join {{ ref("units") }} as units on instruments.reported_unit_code = units.unit_code
        where instruments.row_disposition = 'used' and instruments.instrument_type_code = 'offset'
    ),

    judged as (
        select
            *,
            'instruments' as table_name,
            'instruments/offset' as activity_code,
            'CO2e' as gas_code,
            't' as canonical_unit_code,
            {{ lingtan.judged_quantity() }}
        from lines
    )

select {{ lingtan.activity_columns(["gas_code", "is_retired"]) }}
from judged
