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
            case when is_convertible and notation_key_code is null then quantity end as canonical_quantity,
            {{
                lingtan.quantity_reason(
                    "notation_key_code", "reported_quantity", "is_convertible", "quantity"
                )
            }} as quantity_reason_code
        from lines
    )

select
    {{
        lingtan.activity_columns(
            [
                "submission_id",
                "table_name",
                "line_id",
                "unit_code",
                "activity_code",
                "gas_code",
                "canonical_unit_code",
                "canonical_quantity",
                "notation_key_code",
                "quantity_reason_code",
                "is_retired",
            ]
        )
    }}
from judged
