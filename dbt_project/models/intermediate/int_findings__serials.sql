-- Certificates and offsets whose serials an earlier line of the park's year claims: how much
-- a line claims, and that none of it counts. One row a line, its periods together.
select
    periods.reference_year,
    periods.park_code,
    periods.boundary_code,
    periods.province_code,
    'serial_claimed_twice' as finding_code,
    lines.unit_code || '/' || lines.line_id as subject_code,
    cast(sum(lines.quantity) as decimal(38, 12)) as value_a,
    cast(0 as decimal(38, 12)) as value_b,
    cast(sum(lines.quantity) as decimal(38, 12)) as difference,
    lines.canonical_unit_code as unit_code
from {{ ref("int_instruments__repeated") }} as repeated
inner join
    {{ ref("int_instruments__lines") }} as lines
    on repeated.submission_id = lines.submission_id
    and repeated.line_id = lines.line_id
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on repeated.submission_id = periods.submission_id
    and periods.is_counted
left join
    {{ ref("int_units__boundaries") }} as units
    on lines.submission_id = units.submission_id
    and periods.boundary_code = units.boundary_code
    and lines.unit_code = units.unit_code
where not coalesce(units.is_outside, false)
group by
    periods.reference_year,
    periods.park_code,
    periods.boundary_code,
    periods.province_code,
    lines.unit_code || '/' || lines.line_id,
    lines.canonical_unit_code
