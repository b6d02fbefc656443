-- Scope 2 of every entry on both bases side by side (the two are one emission, counted in two ways), and
-- which part of the gap between them it belongs to. What a unit reports as green power and has no
-- certificate for is grid power: its reported kind tells it from the rest.
with
    entries as (
        select
            submission_id,
            table_name,
            line_id,
            activity_code,
            boundary_code,
            view_code,
            entry_kind_code,
            method_code,
            reference_year,
            province_code,
            gas_code,
            {%- for basis in ("location", "market") %}
                count(case when scope2_basis_code = '{{ basis }}' then 1 end) > 0 as is_on_{{ basis }},
                sum(case when scope2_basis_code = '{{ basis }}' then emission_tco2e end) as {{ basis }}_tco2e
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("fct_emissions") }}
        where scope_code = '2' and not is_memo and scope2_basis_code <> 'NA'
        group by
            submission_id,
            table_name,
            line_id,
            activity_code,
            boundary_code,
            view_code,
            entry_kind_code,
            method_code,
            reference_year,
            province_code,
            gas_code
    )

select
    entries.reference_year,
    entries.province_code,
    entries.boundary_code,
    entries.method_code,
    entries.view_code,
    entries.entry_kind_code,
    case
        when entries.activity_code = 'generation/attribute_sold'
        then 'attribute_sold'
        when (entries.location_tco2e is null) <> (entries.market_tco2e is null)
        then 'one_basis_missing'
        when entries.activity_code like 'H-%'
        then 'heat'
        when entries.activity_code like '%/sent'
        then 'resold'
        when entries.activity_code in ('E-GT/received', 'E-GEC/received')
        then 'green_power'
        when entries.activity_code = 'E-NUC/received'
        then 'supplier_evidence'
        when entries.activity_code = 'E-GRID/received'
        then case when reported.kind_code = 'E-GRID' then 'residual_mix' else 'claims_not_covered' end
        else 'direct_and_own'
    end as gap_part_code,
    entries.is_on_location,
    entries.is_on_market,
    entries.location_tco2e,
    entries.market_tco2e
from entries
left join
    {{ ref("int_activity__power_heat_reported") }} as reported
    on entries.submission_id = reported.submission_id
    and case when entries.table_name = 'power_heat' then entries.line_id end = reported.line_id
