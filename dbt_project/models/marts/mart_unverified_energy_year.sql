-- Energy has coefficients instead of factors; one that a unit measured is its own, and becomes
-- tce by the stored 1/29.3076.
{%- set key = [
    "reference_year",
    "park_code",
    "boundary_code",
    "energy_method_code",
    "side_code",
    "province_code",
] %}

with
    entries as (
        select
            {%- for column in key %} facts.{{ column }}, {%- endfor %}
            coalesce(
                case
                    when facts.coefficient_source_code = 'measured' and not per_gj.is_verified
                    then 'parameters/tce_per_gj'
                    when facts.coefficient_source_code <> 'measured' and not coefficients.is_verified
                    then coefficients.coefficient_id
                end,
                'NA'
            ) as reference_id,
            facts.coefficient_source_code = 'measured' as is_own_factor,
            case when facts.entry_kind_code = 'elimination' then -1 else 1 end as entry_sign,
            abs(facts.energy_tce) as absolute_tce
        from {{ ref("fct_energy") }} as facts
        cross join
            (select is_verified from {{ ref("parameters") }} where parameter_code = 'tce_per_gj') as per_gj
        inner join
            {{ ref("energy_methods") }} as methods on facts.energy_method_code = methods.energy_method_code
        left join
            {{ ref("dim_coefficients") }} as coefficients
            on facts.reference_year = coefficients.reference_year
            and methods.energy_basis_code = coefficients.energy_basis_code
            and facts.carrier_code = coefficients.carrier_code
        where
            facts.energy_tce is not null
            and facts.quantity <> 0
            and facts.view_code in ('unit', 'park')
            -- What turns one total into another is no energy of its own.
            and facts.side_code <> 'conversion'
    ),

    by_reference as (
        select
            {{ key | join(", ") }},
            reference_id,
            cast(sum(entry_sign * absolute_tce) as decimal(38, 12)) as absolute_tce,
            cast(
                sum(case when is_own_factor then entry_sign * absolute_tce else 0 end) as decimal(38, 12)
            ) as own_factor_tce
        from entries
        group by {{ key | join(", ") }}, reference_id
        having sum(entry_sign) > 0
    )

select {{ key | join(", ") }}, {{ lingtan.unverified_part("tce") }}
from by_reference
group by {{ key | join(", ") }}
