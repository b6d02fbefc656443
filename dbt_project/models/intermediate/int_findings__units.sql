{{ config(materialized="ephemeral") }}

-- What the clearing of green power and the fuel of own plants show of a unit: green power without serials,
-- claims beyond what they can cover, a credit for fossil power larger than its fuel.
with
    clearing as (
        select
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            periods.province_code,
            cleared.unit_code,
            cast(sum(cleared.green_reported_mwh) as decimal(38, 12)) as green_reported_mwh,
            cast(sum(cleared.without_serials_mwh) as decimal(38, 12)) as without_serials_mwh,
            cast(sum(cleared.claims_mwh) as decimal(38, 12)) as claims_mwh,
            cast(sum(cleared.claims_left_mwh) as decimal(38, 12)) as claims_left_mwh
        from {{ ref("int_clearing__units") }} as cleared
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on cleared.submission_id = periods.submission_id
            and periods.is_counted
        inner join
            {{ ref("int_units__boundaries") }} as units
            on cleared.submission_id = units.submission_id
            and periods.boundary_code = units.boundary_code
            and cleared.unit_code = units.unit_code
            and not units.is_outside
        group by
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            periods.province_code,
            cleared.unit_code
    ),

    credited as (
        select distinct method_code, cast(method_version as string) as method_version, activity_code
        from {{ ref("method_terms") }}
        where finding_code = 'credit_exceeds_fuel'
    ),

    fuels as (
        select
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.province_code,
            facts.unit_code,
            cast(
                - coalesce(
                    sum(case when credited.activity_code is not null then facts.emission_tco2e end), 0
                ) as decimal(38, 12)
            ) as credit_tco2e,
            cast(
                coalesce(
                    sum(case when facts.activity_code = 'energy/T-PWR' then facts.emission_tco2e end), 0
                ) as decimal(38, 12)
            ) as fuel_tco2e
        from {{ ref("fct_emissions") }} as facts
        inner join
            (select distinct method_code, method_version from credited) as methods
            on facts.method_code = methods.method_code
            and facts.method_version = methods.method_version
        left join
            credited
            on facts.method_code = credited.method_code
            and facts.method_version = credited.method_version
            and facts.activity_code = credited.activity_code
        where
            facts.entry_kind_code = 'own'
            and not facts.is_memo
            and (facts.activity_code = 'energy/T-PWR' or credited.activity_code is not null)
        group by
            facts.reference_year, facts.park_code, facts.boundary_code, facts.province_code, facts.unit_code
    )

{%- for finding, parts in {
        "trade_without_serials": ("green_reported_mwh", "without_serials_mwh"),
        "claims_exceed_consumption": ("claims_mwh", "claims_left_mwh"),
    }.items() %}
    select
        reference_year,
        park_code,
        boundary_code,
        province_code,
        '{{ finding }}' as finding_code,
        unit_code as subject_code,
        {{ parts[0] }} as value_a,
        cast({{ parts[0] }} - {{ parts[1] }} as decimal(38, 12)) as value_b,
        {{ parts[1] }} as difference,
        'MWh' as unit_code
    from clearing
    where {{ parts[1] }} > 0
    union all
{%- endfor %}
select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'credit_exceeds_fuel' as finding_code,
    unit_code as subject_code,
    credit_tco2e as value_a,
    fuel_tco2e as value_b,
    cast(credit_tco2e - fuel_tco2e as decimal(38, 12)) as difference,
    'tCO2' as unit_code
from fuels
where credit_tco2e > fuel_tco2e
