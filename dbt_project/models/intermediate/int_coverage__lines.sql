{{ config(materialized="ephemeral") }}

-- Lines with a term that is not estimated: a line once for each term, whatever its gases and bases. An
-- internal line is none for its park: its elimination takes it back. Energy counts by its size: what was
-- sent is missing from a total as much as what was received; the two must not cancel.
{%- set line = [
    "submission_id",
    "table_name",
    "line_id",
    "activity_code",
    "boundary_code",
    "reference_year",
    "province_code",
    "park_code",
    "method_code",
    "term_code",
] %}
with
    terms as (
        select {{ line | join(", ") }}, min(not_estimated_reason_code) as reason_code
        from {{ ref("fct_emissions") }}
        where not_estimated_reason_code is not null and not is_memo and view_code in ('unit', 'park')
        group by {{ line | join(", ") }}, method_version, gas_code, scope2_basis_code
        having count(case when entry_kind_code = 'elimination' then 1 end) = 0
    ),

    lines as (select distinct {{ line | join(", ") }}, reason_code from terms)

select
    lines.reference_year,
    lines.province_code,
    lines.park_code,
    lines.boundary_code,
    lines.method_code,
    lines.term_code,
    lines.reason_code,
    lines.submission_id,
    lines.table_name,
    lines.line_id,
    lines.activity_code,
    cast(
        case when count(energy.energy_tce) = count(*) then sum(abs(energy.energy_tce)) end as decimal(38, 12)
    ) as energy_tce
from lines
left join
    {{ ref("fct_energy") }} as energy
    on lines.submission_id = energy.submission_id
    and lines.table_name = energy.table_name
    and lines.line_id = energy.line_id
    and lines.activity_code = energy.activity_code
    and lines.boundary_code = energy.boundary_code
    and energy.energy_method_code = 'EN-CAL-F'
    and energy.side_code = 'use'
    and energy.entry_kind_code = 'own'
group by
    lines.submission_id,
    lines.table_name,
    lines.line_id,
    lines.activity_code,
    lines.reference_year,
    lines.province_code,
    lines.park_code,
    lines.boundary_code,
    lines.method_code,
    lines.term_code,
    lines.reason_code
