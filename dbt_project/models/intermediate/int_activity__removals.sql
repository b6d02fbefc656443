-- Removed and stored CO2 in t: fossil CO2 that is stored, CO2 of the air or of biomass that is
-- stored, and what does not stay stored. What was sold as credits is a line of its own.
with
    removals as (
        select
            submission_id,
            line_id,
            unit_code,
            removal_type_code as source_code,
            reported_unit_code,
            case
                when co2_origin_code = 'fossil' and fate_code in ('geological', 'mineralised')
                then 'fossil_stored'
                when
                    co2_origin_code in ('biogenic', 'air')
                    and fate_code in ('geological', 'mineralised', 'biomass', 'soil')
                then 'stored'
                else 'not_stored'
            end as role_code,
            reported_quantity,
            notation_key_code,
            reported_credit_sold,
            credit_sold_notation_key_code
        from {{ ref("stg_park_return__removals") }}
        where row_disposition = 'used'
    ),

    lines as (
        select
            submission_id,
            line_id,
            unit_code,
            source_code,
            reported_unit_code,
            role_code,
            reported_quantity,
            notation_key_code
        from removals
        union all
        -- Nothing is deducted for what is not stored, and nothing added back.
        select
            submission_id,
            line_id,
            unit_code,
            source_code,
            reported_unit_code,
            'credit_sold' as role_code,
            reported_credit_sold as reported_quantity,
            credit_sold_notation_key_code as notation_key_code
        from removals
        where
            role_code <> 'not_stored'
            and (reported_credit_sold is not null or credit_sold_notation_key_code is not null)
    ),

    quantities as (
        select
            lines.*,
            coalesce(units.canonical_unit_code = 't', false) as is_convertible,
            {{ lingtan.canonical_quantity("lines.reported_quantity", "units.multiplier") }} as quantity
        from lines
        left join {{ ref("units") }} as units on lines.reported_unit_code = units.unit_code
    ),

    judged as (
        select
            *,
            'removals' as table_name,
            'removals/' || role_code as activity_code,
            'CO2' as gas_code,
            't' as canonical_unit_code,
            {{ lingtan.judged_quantity() }}
        from quantities
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code"]) }}
from judged
