-- Certificates that a unit can claim in the year of its return, in MWh: tradable, with
-- serials, for power of this year. Own-use certificates are not tradable and count nothing.
with
    claims as (
        select
            instruments.submission_id,
            instruments.unit_code,
            instruments.bundle_code,
            {{ lingtan.canonical_quantity("instruments.reported_quantity", "units.multiplier") }} as quantity
        from {{ ref("stg_park_return__instruments") }} as instruments
        inner join
            {{ ref("units") }} as units
            on instruments.reported_unit_code = units.unit_code
            and units.canonical_unit_code = 'MWh'
        where
            instruments.row_disposition = 'used'
            and instruments.instrument_type_code = 'green_certificate'
            and instruments.bundle_code in ('green_trade', 'unbundled')
            and instruments.is_tradable
            and instruments.serial_from is not null
            and instruments.consumption_year = instruments.reference_year
            and instruments.notation_key_code is null
    )

select
    submission_id,
    unit_code,
    cast(
        sum(case when bundle_code = 'green_trade' then quantity else 0 end) as decimal(26, 6)
    ) as trade_claims_mwh,
    cast(
        sum(case when bundle_code = 'unbundled' then quantity else 0 end) as decimal(26, 6)
    ) as unbundled_claims_mwh
from claims
where quantity is not null
group by submission_id, unit_code
