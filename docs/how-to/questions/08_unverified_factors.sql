-- zh: 哪些数字依赖尚未核实的因子：按园区、方法、分项，附文件
-- en: Which figures rest on factors that are not verified: by park, method and component, with the document
select
    lines.park_code, lines.method_code, lines.scope2_basis_code, lines.component_code, documents.title_zh,
    count(*) as line_count, sum(lines.emission_tco2e) as emission_tco2e
from fct_emissions as lines
inner join dim_factors as factors using (factor_id)
left join dim_documents as documents on factors.document_code = documents.document_code
where
    lines.reference_year = 2025
    and lines.boundary_code = 'physical'
    and lines.entry_kind_code = 'own'
    and not lines.is_memo
    and not factors.is_verified
group by
    lines.park_code, lines.method_code, lines.scope2_basis_code, lines.component_code, documents.title_zh
order by lines.park_code, lines.method_code, lines.component_code, documents.title_zh;
