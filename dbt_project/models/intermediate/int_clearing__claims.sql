-- Certificates that a unit can claim in the year of its return, in MWh: tradable, with serials that nobody
-- of the park claims before, for power of this year. Own-use certificates are not tradable and count nothing.
select
    claims.submission_id,
    claims.unit_code,
    cast(
        sum(case when claims.bundle_code = 'green_trade' then claims.quantity else 0 end) as decimal(26, 6)
    ) as trade_claims_mwh,
    cast(
        sum(case when claims.bundle_code = 'unbundled' then claims.quantity else 0 end) as decimal(26, 6)
    ) as unbundled_claims_mwh
from {{ ref("int_instruments__lines") }} as claims
left join
    {{ ref("int_instruments__repeated") }} as repeated
    on claims.submission_id = repeated.submission_id
    and claims.line_id = repeated.line_id
where
    claims.instrument_type_code = 'green_certificate'
    and claims.is_claim
    and claims.quantity is not null
    and repeated.line_id is null
group by claims.submission_id, claims.unit_code
