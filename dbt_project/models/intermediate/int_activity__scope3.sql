{{ config(materialized="ephemeral") }}

-- The value chain by category, where the park finds it relevant: an amount of
-- money by the spend method, else an activity in its canonical unit.
with
    lines as (
        select
            scope3.submission_id,
            scope3.line_id,
            scope3.unit_code,
            scope3.scope3_category_code as source_code,
            scope3.calculation_method_code as role_code,
            coalesce(scope3.calculation_method_code, '') = 'spend' as is_spend,
            scope3.factor_activity_code,
            scope3.price_year,
            units.unit_code is not null as is_known_unit,
            units.canonical_unit_code as activity_unit_code,
            {{ lingtan.canonical_quantity("scope3.reported_activity", "units.multiplier") }}
            as activity_quantity,
            {{ lingtan.canonical_quantity("scope3.reported_amount_10k_cny", "1") }} as amount_quantity,
            scope3.reported_activity,
            scope3.reported_amount_10k_cny,
            scope3.activity_notation_key_code,
            scope3.amount_10k_cny_notation_key_code,
            case
                when
                    scope3.factor_document is not null
                    and {{ lingtan.fits_decimal("scope3.measured_factor", 17, 12) }}
                then {{ lingtan.round_half_up("scope3.measured_factor", 17, 12) }}
            end as measured_factor
        from {{ ref("stg_park_return__scope3") }} as scope3
        left join {{ ref("units") }} as units on scope3.reported_unit_code = units.unit_code
        where scope3.row_disposition = 'used' and scope3.relevance_code = 'relevant'
    ),

    chosen as (
        select
            *,
            case when is_spend then '10k_cny' else activity_unit_code end as canonical_unit_code,
            case when is_spend then reported_amount_10k_cny else reported_activity end as reported_quantity,
            case when is_spend then amount_quantity else activity_quantity end as quantity,
            case
                when is_spend then amount_10k_cny_notation_key_code else activity_notation_key_code
            end as notation_key_code,
            is_spend or is_known_unit as is_convertible
        from lines
    ),

    judged as (
        select
            *,
            'scope3' as table_name,
            'scope3/' || source_code as activity_code,
            -- Under which an office lists its factor: of spend by the year of its prices.
            source_code
            || '/'
            || factor_activity_code
            || '/'
            || canonical_unit_code
            || case when is_spend then '@' || cast(price_year as string) else '' end as listed_activity_code,
            {{ lingtan.judged_quantity() }}
        from chosen
    )

select {{ lingtan.activity_columns(["role_code", "source_code", "listed_activity_code", "measured_factor"]) }}
from judged
