-- zh: 一个园区的合计由哪些报送行而来：数量、因子、文件、来件（SHA-256）；各行之和即合计
-- en: The submitted lines behind a park's total: quantity, factor, document, delivery (SHA-256); they add up to it
-- 此处为合计最大的园区，可换成所问的园区。Here the park with the largest total; put the one you ask about in its place.
with
    asked as (
        select reference_year, park_code, method_code, boundary_code
        from mart_park_year
        where reference_year = 2025 and method_code = 'CN-NZCP-2025' and boundary_code = 'physical'
        order by emission_tco2e desc nulls last, park_code
        limit 1
    )

select
    lines.park_code, lines.component_code, lines.unit_code, lines.table_name, lines.line_id,
    lines.entry_kind_code, lines.quantity, lines.canonical_unit_code, lines.factor_value,
    lines.factor_source_code, documents.title_zh, submissions.delivery_id, lines.notation_key_code,
    lines.emission_tco2e
from fct_emissions as lines
inner join asked using (reference_year, park_code, method_code, boundary_code)
inner join dim_submissions as submissions using (submission_id)
left join dim_factors as factors on lines.factor_id = factors.factor_id
left join dim_documents as documents on factors.document_code = documents.document_code
where lines.view_code in ('unit', 'park') and not lines.is_memo
order by lines.component_code, lines.unit_code, lines.line_id, lines.entry_kind_code;
