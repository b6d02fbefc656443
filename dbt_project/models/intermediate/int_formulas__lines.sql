{{ config(materialized="table") }}

-- Lines of other gases that are calculated by the formula of their source: the activity in t that
-- the formula begins with (aluminium put out, organics in wastewater, waste burnt, gas fed).
with
    lines as (
        select
            gases.submission_id,
            gases.line_id,
            gases.unit_code,
            gases.source_code,
            gases.gas_code,
            gases.treatment_code,
            gases.reported_activity as reported_quantity,
            gases.activity_notation_key_code as notation_key_code,
            coalesce(units.canonical_unit_code = 't', false) as is_convertible,
            {{ lingtan.canonical_quantity("gases.reported_activity", "units.multiplier") }} as quantity
        from {{ ref("stg_park_return__other_gases") }} as gases
        inner join
            {{ ref("formulas") }} as formulas
            on gases.source_code = formulas.source_code
            and formulas.gas_code in ('*', gases.gas_code)
        left join {{ ref("units") }} as units on gases.reported_unit_code = units.unit_code
        where gases.row_disposition = 'used' and gases.calculation_method_code = 'formula'
    )

select
    submission_id,
    line_id,
    unit_code,
    source_code,
    gas_code,
    treatment_code,
    notation_key_code,
    {{ lingtan.judged_quantity() }}
from lines
