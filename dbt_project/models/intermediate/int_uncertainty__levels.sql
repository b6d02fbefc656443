{{ config(materialized="table") }}

-- IPCC 2006, volume 1, chapter 3, equations 3.1 and 3.2 (approach 1): the square of the half-width of
-- the 95 % interval of each total. The quantities of lines are independent of one another; what shares
-- one factor row errs with it together, so that its amounts are added before they are squared. Each
-- half-width of a source is rounded half up once at 6 decimals, so that its square fits; the root is
-- taken by the Python stage.
{%- set amounts = {
    "line_code": lingtan.product("emission_tco2e", 26, 12, "quantity_uncertainty_ratio", 10, 6),
    "factor_id": lingtan.product("emission_tco2e", 26, 12, "factor_uncertainty_ratio", 10, 6),
} %}
with
    known as (
        select * from {{ ref("int_uncertainty__lines") }} where line_code is not null and emission_tco2e <> 0
    ),

    half_widths as (
        {%- for source, amount in amounts.items() %}
            select
                {{ lingtan.uncertainty_level() }},
                case
                    when {{ lingtan.fits_decimal("sum(" ~ amount ~ ")", 18, 6) }}
                    then {{ lingtan.round_half_up("sum(" ~ amount ~ ")", 18, 6) }}
                end as half_width_tco2e
            from known
            group by {{ lingtan.uncertainty_level() }}, {{ source }}
            {%- if not loop.last %}
                union all
            {%- endif %}
        {%- endfor %}
    ),

    squares as (
        select
            {{ lingtan.uncertainty_level() }},
            case
                when count(half_width_tco2e) = count(*)
                then
                    cast(
                        sum(
                            {{ lingtan.product("half_width_tco2e", 18, 6, "half_width_tco2e", 18, 6) }}
                        ) as decimal(38, 12)
                    )
            end as half_width_squared_tco2e2
        from half_widths
        group by {{ lingtan.uncertainty_level() }}
    ),

    totals as (
        select
            {{ lingtan.uncertainty_level() }},
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
            cast(coalesce(sum(absolute_tco2e), 0) as decimal(38, 12)) as absolute_tco2e,
            cast(
                coalesce(sum(case when line_code is not null then absolute_tco2e end), 0) as decimal(38, 12)
            ) as known_tco2e,
            cast(sum(not_estimated_count) as bigint) as not_estimated_count
        from {{ ref("int_uncertainty__lines") }}
        group by {{ lingtan.uncertainty_level() }}
    ),

    judged as (
        select
            {{ lingtan.uncertainty_level() }},
            emission_tco2e,
            absolute_tco2e,
            known_tco2e,
            not_estimated_count,
            half_width_squared_tco2e2,
            case
                when
                    not_estimated_count > 0
                    or known_tco2e < absolute_tco2e
                    or (known_tco2e > 0 and half_width_squared_tco2e2 is null)
                then 'not_quantified'
                when coalesce(round(emission_tco2e, 6), 0) = 0
                then 'zero_total'
                else 'quantified'
            end as uncertainty_status_code
        from totals
        left join squares using ({{ lingtan.uncertainty_level() }})
    )

select
    {{ lingtan.uncertainty_level() }},
    emission_tco2e,
    absolute_tco2e,
    known_tco2e,
    not_estimated_count,
    case
        when uncertainty_status_code = 'quantified' then half_width_squared_tco2e2
    end as half_width_squared_tco2e2,
    uncertainty_status_code
from judged
