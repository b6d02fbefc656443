{%- set part = lingtan.product("activity.quantity", 20, 6, "activity.biogenic_share_ratio", 7, 6) %}
{%- set rest = lingtan.product("activity.quantity", 20, 6, "1 - activity.biogenic_share_ratio", 7, 6) %}

-- Each activity line with the terms it meets in each planned park method: the quantity that counts
-- under it, and the key under which its factor is listed.
with
    terms as (
        select terms.*, boundaries.reference_year, boundaries.boundary_code
        from {{ ref("method_terms") }} as terms
        inner join
            {{ ref("int_methods__boundaries") }} as boundaries
            on terms.method_code = boundaries.method_code
            and terms.method_version = boundaries.method_version
        where
            terms.factor_rule_code <> 'floor'
            and (terms.factor_rule_code <> 'none' or terms.condition_code is not null)
    ),

    met as (
        select
            activity.*,
            terms.method_code,
            terms.method_version,
            terms.term_code,
            case when terms.gas_code = '*' then activity.gas_code else terms.gas_code end as term_gas_code,
            terms.scope2_basis_code,
            terms.sign,
            terms.component_code,
            terms.scope_code,
            terms.source_category_code,
            terms.factor_rule_code,
            terms.factor_purpose_code as term_purpose_code,
            terms.factor_activity_code as term_activity_code,
            terms.condition_code,
            terms.is_memo,
            terms.not_estimated_reason_code as term_reason_code,
            -- Biomass has no fossil part: it is listed once, with zero.
            coalesce(carriers.is_biomass and terms.quantity_part_code = 'fossil', false) as is_without_carbon,
            coalesce(carriers.is_fuel, false) as is_fuel,
            case
                when activity.biogenic_share_ratio is null or terms.quantity_part_code = 'all'
                then activity.quantity
                when terms.quantity_part_code = 'biogenic'
                then {{ lingtan.round_half_up(part, 20, 6) }}
                else {{ lingtan.round_half_up(rest, 20, 6) }}
            end as counted_quantity
        from {{ ref("int_activity") }} as activity
        inner join
            terms
            on activity.activity_code = terms.activity_code
            and activity.boundary_code = terms.boundary_code
            and activity.reference_year = terms.reference_year
            and activity.reference_year >= coalesce(terms.valid_from_year, activity.reference_year)
            and activity.reference_year <= coalesce(terms.valid_to_year, activity.reference_year)
        left join {{ ref("carriers") }} as carriers on activity.carrier_code = carriers.carrier_code
        left join {{ ref("gases") }} as gases on activity.gas_code = gases.gas_code
        where
            case
                terms.line_condition_code
                when 'use_industry'
                then coalesce(activity.use_code, 'NA') not in ('building', 'road', 'off_road')
                when 'use_building'
                then activity.use_code = 'building'
                when 'use_road'
                then activity.use_code = 'road'
                when 'use_off_road'
                then activity.use_code = 'off_road'
                when 'biogenic_part'
                then carriers.is_biomass or activity.biogenic_share_ratio > 0
                when 'listed_gas'
                then coalesce(gases.gas_group_code, 'CO2') <> 'NA'
                when 'other_substance'
                then gases.gas_group_code = 'NA'
                when 'resold'
                then activity.supply_origin_code = 'resold'
                when 'own_generation'
                then activity.supply_origin_code = 'own_generation'
                when 'origin_not_stated'
                then activity.supply_origin_code is null
                else true
            end
    )

select
    met.*,
    case
        when met.factor_source_code = 'provincial_guideline' and products.guideline_activity_code is not null
        then 'process_provincial_guideline'
        else met.term_purpose_code
    end as factor_purpose_code,
    case
        when met.is_without_carbon
        then 'fuel_biomass'
        when met.factor_rule_code = 'value_chain'
        then met.listed_activity_code
        when met.factor_rule_code <> 'process'
        then met.term_activity_code
        when met.factor_source_code = 'provincial_guideline' and products.guideline_activity_code is not null
        then products.guideline_activity_code
        when products.role_code = met.role_code
        then coalesce(products.activity_code, met.product_code)
    end as factor_activity_code,
    case
        when met.is_fuel and not met.is_without_carbon then met.carrier_code else 'NA'
    end as factor_carrier_code,
    case when met.factor_rule_code = 'mass' then 'NA' else met.term_gas_code end as factor_gas_code,
    case
        when met.factor_rule_code = 'fixed_province' then met.province_code else 'CN'
    end as factor_region_code
from met
left join
    {{ ref("int_factors__products") }} as products
    -- A condition on the lines alone would keep the engine from joining by key.
    on case when met.factor_rule_code = 'process' then met.product_code end = products.product_code
    and met.term_gas_code = products.gas_code
    and coalesce(met.route_code, '') = products.route_code
-- A product emits the gases it lists, whatever the role
-- of its line; what finds no factor is not estimated (L7).
where met.factor_rule_code <> 'process' or products.product_code is not null
