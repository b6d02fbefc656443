with
    matched as (
        select
            activity.*,
            terms.method_code,
            terms.method_version,
            terms.term_code,
            terms.component_code,
            terms.scope_code,
            terms.sign,
            terms.not_estimated_reason_code as term_reason_code,
            factors.factor_id,
            factors.factor_value,
            factors.is_office_set,
            {{
                lingtan.round_half_up(
                    lingtan.product("activity.quantity", 20, 6, "activity.share_ratio", 17, 12), 20, 6
                )
            }} as counted_quantity
        from {{ ref("int_ceads_prov__activity") }} as activity
        inner join
            {{ ref("method_terms") }} as terms on terms.activity_code = 'inventory/' || activity.row_code
        inner join
            {{ ref("int_methods__planned") }} as methods
            on activity.reference_year = methods.reference_year
            and terms.method_code = methods.method_code
            and terms.method_version = methods.method_version
            and not methods.is_park_method
        left join
            {{ ref("int_factors__matched") }} as factors
            on activity.reference_year = factors.reference_year
            and terms.factor_purpose_code = factors.purpose_code
            and terms.factor_activity_code = factors.activity_code
            and activity.carrier_code = factors.carrier_code
            and terms.gas_code = factors.gas_code
            and factors.region_code in ('CN', activity.province_code)
        where terms.sign <> 0
    ),

    multiplied as (
        select *, {{ lingtan.product("counted_quantity", 20, 6, "factor_value", 17, 12) }} as exact_emission
        from matched
    ),

    judged as (
        select
            *,
            case
                when reason_code is not null
                then reason_code
                when factor_id is null and counted_quantity <> 0
                then term_reason_code
                when not {{ lingtan.fits_decimal("exact_emission", 26, 12) }}
                then 'value_out_of_range'
            end as not_estimated_reason_code
        from multiplied
    )

select
    submission_id,
    row_code,
    carrier_code,
    method_code,
    method_version,
    reference_year,
    period_code,
    province_code,
    term_code,
    component_code,
    scope_code,
    quantity,
    share_ratio,
    counted_quantity,
    canonical_unit_code,
    factor_id,
    factor_value,
    case when is_office_set then 'office' when factor_id is not null then 'default' end as factor_source_code,
    sign,
    case
        when not_estimated_reason_code is not null
        then null
        when counted_quantity = 0
        then cast(0 as decimal(26, 12))
        else cast(sign * {{ lingtan.round_half_up("exact_emission", 26, 12) }} as decimal(26, 12))
    end as emission_tco2e,
    case
        when notation_key_code is not null
        then notation_key_code
        when not_estimated_reason_code is not null
        then 'NE'
    end as notation_key_code,
    not_estimated_reason_code
from judged
