-- zh: 一个园区的结果由哪些报送行、因子和文件而来：一种方法、一种边界、范围二的一种口径（默认基于位置）；单位的记录与抵消记录都列出，
-- zh: 不含备查项。
-- en: Lines, factors and documents behind a park's result by one method, boundary and scope 2 basis (location unless
-- en: said): own entries and eliminations of the park, without memo rows.
-- kind: answer
-- call: from park_lines(2025, 'SAMPLE-PARK-1', 'CN-NZCP-2025', 'physical')
create macro park_lines(year, park, method, boundary, basis := 'location') as table
    select
        lines.scope_code, lines.scope2_basis_code, lines.component_code, lines.unit_code, lines.table_name,
        lines.line_id, lines.entry_kind_code, lines.gas_code, lines.quantity, lines.canonical_unit_code,
        lines.factor_value, lines.factor_source_code, documents.title_zh as document_title_zh,
        lines.emission_tco2e, lines.notation_key_code
    from fct_emissions as lines
    left join dim_factors as factors on lines.factor_id = factors.factor_id
    left join dim_documents as documents on factors.document_code = documents.document_code
    where
        lines.reference_year = only_one_year(year)
        and lines.park_code = only_one(
            park,
            (select list(distinct park_code) from dim_parks),
            '请选定一个园区，或分别查询',
            'choose one park, or ask for each'
        )
        and lines.method_code = only_one_method(method)
        and lines.boundary_code = only_one_boundary(boundary)
        and lines.scope2_basis_code in ('NA', only_one_basis(basis))
        and lines.view_code in ('unit', 'park')
        and not lines.is_memo
    order by
        lines.scope_code, lines.scope2_basis_code, lines.component_code, lines.table_name, lines.line_id,
        lines.entry_kind_code
