{#- Findings from `sides`: what is claimed of a source (a plant, a supplier) beside what it has, `limit`, told to
    the source's park (unit_code null) and to each unit with a claim on it, in the boundaries that it is in. -#}
{%- macro claims_beyond_source(finding_code, limit) -%}
    select distinct
        periods.reference_year,
        periods.park_code,
        periods.boundary_code,
        periods.province_code,
        '{{ finding_code }}' as finding_code,
        sides.subject_code,
        cast(sides.claimed_mwh as decimal(38, 12)) as value_a,
        cast(sides.{{ limit }} as decimal(38, 12)) as value_b,
        cast(sides.claimed_mwh - sides.{{ limit }} as decimal(38, 12)) as difference,
        'MWh' as unit_code
    from sides
    inner join
        {{ ref("int_periods__boundaries") }} as periods
        on sides.submission_id = periods.submission_id
        and periods.is_counted
    left join
        {{ ref("int_units__boundaries") }} as units
        on sides.submission_id = units.submission_id
        and periods.boundary_code = units.boundary_code
        and sides.unit_code = units.unit_code
    where not coalesce(units.is_outside, false)
{%- endmacro -%}
