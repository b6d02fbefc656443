{{ config(materialized="ephemeral") }}

-- Own use whose attributes were sold: the one column of own generation that
-- methods count. The others feed checks and the profile of a park.
with
    lines as (
        select
            generation.submission_id,
            generation.line_id,
            generation.unit_code,
            generation.reported_attribute_sold as reported_quantity,
            generation.attribute_sold_notation_key_code as notation_key_code,
            coalesce(units.canonical_unit_code = 'MWh', false) as is_convertible,
            {{ lingtan.canonical_quantity("generation.reported_attribute_sold", "units.multiplier") }}
            as quantity
        from {{ ref("stg_park_return__generation") }} as generation
        left join {{ ref("units") }} as units on generation.reported_unit_code = units.unit_code
        where
            generation.row_disposition = 'used'
            and (
                generation.reported_attribute_sold is not null
                or generation.attribute_sold_notation_key_code is not null
            )
    ),

    judged as (
        select
            *,
            'generation' as table_name,
            'generation/attribute_sold' as activity_code,
            'electricity' as carrier_code,
            'MWh' as canonical_unit_code,
            {{ lingtan.judged_quantity() }}
        from lines
    )

select {{ lingtan.activity_columns(["carrier_code"]) }}
from judged
