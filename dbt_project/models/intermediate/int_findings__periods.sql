{{ config(materialized="ephemeral") }}

-- Parks whose parts of a year, said to be discrete, look cumulative: from each to the next something
-- rises and nothing falls, in any unit. Then the year is counted several times; only the sender can
-- tell.
with
    amounts as (
        select
            lines.reference_year,
            lines.park_code,
            lines.boundary_code,
            lines.province_code,
            lines.unit_code,
            lines.activity_code,
            coalesce(lines.carrier_code, lines.product_code, lines.gas_code, '') as matter_code,
            periods.last_month,
            sum(lines.quantity) as quantity
        from {{ ref("int_activity") }} as lines
        inner join
            {{ ref("int_periods__counted") }} as periods
            on lines.submission_id = periods.submission_id
            and lines.boundary_code = periods.boundary_code
        where
            lines.is_counted
            and periods.period_type_code <> 'year'
            and coalesce(periods.period_basis_code, '') <> 'year_to_date'
            and lines.table_name in ('energy', 'power_heat', 'process')
            -- Stocks are no flow of a period.
            and lines.activity_code not in ('energy/OPN', 'energy/CLS')
            and lines.quantity is not null
        group by
            lines.reference_year,
            lines.park_code,
            lines.boundary_code,
            lines.province_code,
            lines.unit_code,
            lines.activity_code,
            coalesce(lines.carrier_code, lines.product_code, lines.gas_code, ''),
            periods.last_month
    ),

    steps as (
        select
            *,
            lag(quantity) over (
                partition by reference_year, park_code, boundary_code, unit_code, activity_code, matter_code
                order by last_month nulls last
            ) as quantity_before
        from amounts
    ),

    parks as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            count(distinct last_month) as step_count,
            count(distinct case when quantity > quantity_before then last_month end) as rising_count,
            count(case when quantity < quantity_before then 1 end) as falling_count,
            count(case when quantity > quantity_before then 1 end) as risen_count
        from steps
        where quantity_before is not null
        group by reference_year, park_code, boundary_code, province_code
    )

select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'period_basis_doubtful' as finding_code,
    'NA' as subject_code,
    cast(risen_count as decimal(38, 12)) as value_a,
    cast(falling_count as decimal(38, 12)) as value_b,
    cast(risen_count - falling_count as decimal(38, 12)) as difference,
    'lines' as unit_code
from parks
where falling_count = 0 and step_count > 1 and rising_count = step_count
