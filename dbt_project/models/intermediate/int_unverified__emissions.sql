{{ config(materialized="table") }}

-- The facts of parks summed once by the reference rows that nobody has compared with their document:
-- a factor, a warming potential, or both (NA where all are verified). Amounts are absolute, so that
-- what is sent or removed hides nothing; an elimination takes its own entry back. A quantity of
-- zero, a floor and what is not estimated rest on no factor. A factor of power is provisional
-- where an earlier data year stands in for the year's own, which is not known yet.
with
    factors as (
        select
            factor_id,
            data_year,
            purpose_code = 'electricity' as is_of_power,
            case when not is_verified then factor_id end as unverified_id
        from {{ ref("int_factors__all") }}
    ),

    potentials as (
        select
            methods.reference_year,
            methods.method_code,
            methods.method_version,
            gwp.gas_code,
            'gwp/' || gwp.gwp_set_code || '/' || gwp.gas_code as potential_id
        from {{ ref("int_methods__planned") }} as methods
        inner join {{ ref("gwp") }} as gwp on methods.gwp_set_code = gwp.gwp_set_code
        where not gwp.is_verified
    ),

    entries as (
        select
            facts.reference_year,
            facts.province_code,
            facts.park_code,
            facts.industry_division_code,
            {%- for column in lingtan.cell_columns().split(",") %} facts.{{ column | trim }}, {%- endfor %}
            facts.is_memo,
            case when facts.view_code = 'unit' then 'park' else facts.view_code end as view_code,
            coalesce(
                factors.unverified_id || ' + ' || potentials.potential_id,
                factors.unverified_id,
                potentials.potential_id,
                'NA'
            ) as reference_id,
            coalesce(facts.factor_source_code in ('measured', 'own'), false) as is_own_factor,
            coalesce(
                factors.is_of_power and factors.data_year < facts.reference_year, false
            ) as is_provisional,
            case when facts.entry_kind_code = 'elimination' then -1 else 1 end as entry_sign,
            abs(facts.emission_tco2e) as absolute_tco2e
        from {{ ref("fct_emissions") }} as facts
        left join factors on facts.factor_id = factors.factor_id
        left join
            potentials
            on facts.reference_year = potentials.reference_year
            and facts.method_code = potentials.method_code
            and facts.method_version = potentials.method_version
            and facts.gas_code = potentials.gas_code
        where facts.emission_tco2e is not null and (facts.factor_id is null or facts.quantity <> 0)
    )

select
    reference_year,
    province_code,
    park_code,
    industry_division_code,
    {{ lingtan.cell_columns() }},
    is_memo,
    view_code,
    reference_id,
    is_own_factor,
    is_provisional,
    cast(sum(entry_sign * absolute_tco2e) as decimal(38, 12)) as absolute_tco2e,
    cast(sum(entry_sign) as bigint) as line_count
from entries
group by
    reference_year,
    province_code,
    park_code,
    industry_division_code,
    {{ lingtan.cell_columns() }},
    is_memo,
    view_code,
    reference_id,
    is_own_factor,
    is_provisional
