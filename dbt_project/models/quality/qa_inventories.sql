-- An inventory is complete when every sector has a cell for every fuel the
-- factors of the year know; a cell that is not there is not zero (L7). Refused rows
-- whose cell is not known explain as many missing cells: the province is partial.
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

    found as (
        select expected.*, facts.submission_id is null as is_missing
        from expected
        left join
            {{ ref("fct_province_emissions") }} as facts
            on expected.submission_id = facts.submission_id
            and expected.row_code = facts.row_code
            and expected.carrier_code = facts.carrier_code
    ),

    unplaced as (
        select energy.submission_id, count(*) as row_count
        from {{ ref("stg_province_inventory__energy") }} as energy
        left join {{ ref("inventory_rows") }} as inventory_rows on energy.row_code = inventory_rows.row_code
        left join {{ ref("carriers") }} as carriers on energy.carrier_code = carriers.carrier_code
        where
            energy.row_disposition = 'refused'
            and (inventory_rows.row_code is null or carriers.carrier_code is null)
        group by energy.submission_id
    ),

    -- An inventory of which nothing is left is not explained.
    explained as (
        select found.submission_id
        from found
        inner join unplaced on found.submission_id = unplaced.submission_id
        group by found.submission_id
        having
            count(case when found.is_missing then 1 end) <= max(unplaced.row_count)
            and count(case when found.is_missing then 1 end) < count(*)
    ),

    cells as (
        select
            found.submission_id || '/' || found.row_code || '/' || found.carrier_code as check_key,
            found.is_missing and explained.submission_id is null as is_failing
        from found
        left join explained on found.submission_id = explained.submission_id
    ),

    inventory_facts as (
        select reference_year, method_code, sum(emission_tco2e) as total
        from {{ ref("fct_province_emissions") }}
        group by reference_year, method_code
    ),

    inventories as (
        select
            cast(results.reference_year as string) || '/' || results.method_code as check_key,
            coalesce(results.emission_tco2e, 0) <> coalesce(inventory_facts.total, 0) as is_failing
        from {{ ref("mart_national_inventory_year") }} as results
        left join
            inventory_facts
            on results.reference_year = inventory_facts.reference_year
            and results.method_code = inventory_facts.method_code
    )

    {{ lingtan.gate_check("W-INVENTORY-CELLS", "fct_province_emissions", "cells") }}
union all
{{ lingtan.gate_check("W-INVENTORY-TOTAL", "mart_national_inventory_year", "inventories") }}
