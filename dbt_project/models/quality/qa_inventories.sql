-- An inventory is complete when every sector has a cell for every fuel the
-- factors of the year know; a cell that is not there is not zero (L7).
with
    fuels as (
        select distinct reference_year, carrier_code
        from {{ ref("int_factors__matched") }}
        where purpose_code = 'provincial_inventory'
    ),

    expected as (
        select planned.submission_id, inventory_rows.row_code, fuels.carrier_code
        from {{ ref("stg_plan__submissions") }} as planned
        inner join fuels on planned.reference_year = fuels.reference_year
        cross join {{ ref("inventory_rows") }} as inventory_rows
        where planned.form = 'province_inventory' and inventory_rows.row_kind_code = 'final_consumption'
    ),

    cells as (
        select
            expected.submission_id || '/' || expected.row_code || '/' || expected.carrier_code as check_key,
            facts.submission_id is null as is_failing
        from expected
        left join
            {{ ref("fct_province_emissions") }} as facts
            on expected.submission_id = facts.submission_id
            and expected.row_code = facts.row_code
            and expected.carrier_code = facts.carrier_code
    )

    {{ lingtan.gate_check("W-INVENTORY-CELLS", "fct_province_emissions", "cells") }}
