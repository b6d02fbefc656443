-- Certificates that a unit can claim in the year of its return, in MWh: those that nothing stands against
-- (int_claims__outcomes). Own-use certificates are not tradable and count nothing.
select
    submission_id,
    unit_code,
    cast(
        sum(case when bundle_code = 'green_trade' then valid_quantity else 0 end) as decimal(26, 6)
    ) as trade_claims_mwh,
    cast(
        sum(case when bundle_code = 'unbundled' then valid_quantity else 0 end) as decimal(26, 6)
    ) as unbundled_claims_mwh
from {{ ref("int_claims__outcomes") }}
where instrument_type_code = 'green_certificate' and claim_outcome_code in ('counted', 'serials_short')
group by submission_id, unit_code
