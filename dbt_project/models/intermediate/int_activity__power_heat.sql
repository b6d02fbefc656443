{{ config(materialized="ephemeral") }}

-- Power and heat after clearing: a line that clearing split
-- comes once for each kind it now counts as.
with
    cleared as (
        select
            reported.submission_id,
            'power_heat' as table_name,
            reported.line_id,
            reported.unit_code,
            coalesce(parts.kind_code, reported.kind_code) as kind_code,
            coalesce(parts.kind_code, reported.kind_code) || '/' || reported.direction_code as activity_code,
            reported.carrier_code,
            reported.direction_code,
            reported.counterparty_kind_code,
            reported.counterparty_code,
            reported.supply_origin_code,
            reported.canonical_unit_code,
            coalesce(parts.quantity, reported.canonical_quantity) as canonical_quantity,
            reported.notation_key_code,
            reported.quantity_reason_code,
            reported.measured_factor
        from {{ ref("int_activity__power_heat_reported") }} as reported
        left join
            {{ ref("int_clearing__power") }} as parts
            on reported.submission_id = parts.submission_id
            and case when reported.direction_code = 'received' then reported.line_id end = parts.line_id
    )

select
    {{
        lingtan.activity_columns(
            [
                "carrier_code",
                "kind_code",
                "direction_code",
                "counterparty_kind_code",
                "counterparty_code",
                "supply_origin_code",
                "measured_factor",
            ]
        )
    }}
from cleared
