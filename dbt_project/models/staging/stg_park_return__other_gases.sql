select
    {{ lingtan.submitted() }},
    lake.line_id,
    lake.unit_code,
    lake.source_code,
    lake.gas_code,
    lake.calculation_method_code,
    lake.opening_stock as reported_opening_stock,
    lake.opening_stock__notation as opening_stock_notation_key_code,
    lake.bought as reported_bought,
    lake.bought__notation as bought_notation_key_code,
    lake.charge_increase as reported_charge_increase,
    lake.charge_increase__notation as charge_increase_notation_key_code,
    lake.recovered as reported_recovered,
    lake.recovered__notation as recovered_notation_key_code,
    lake.closing_stock as reported_closing_stock,
    lake.closing_stock__notation as closing_stock_notation_key_code,
    lake.emitted as reported_emitted,
    lake.emitted__notation as emitted_notation_key_code,
    lake.activity as reported_activity,
    lake.activity__notation as activity_notation_key_code,
    lake.quantity_unit as reported_unit_code,
    lake.measured_factor,
    lake.factor_note,
    lake.treatment_code,
    lake.evidence_tier_code
from {{ source("lake", "park_return__other_gases") }} as lake
inner join
    {{ ref("stg_plan__submissions") }} as planned
    on lake.submission_id = planned.submission_id
    and lake.batch_id = planned.batch_id
