-- The same for the provincial inventories, by document: a set of an office has hundreds of factors.
select
    factors.factor_set_code,
    factors.document_code,
    coalesce(min(documents.title_zh), factors.document_code) as document_zh,
    coalesce(min(documents.title_en), factors.document_code) as document_en,
    count(distinct factors.factor_id) as factor_count,
    count(distinct used.province_code) as province_count
from fct_province_emissions as used
inner join dim_factors as factors on used.factor_id = factors.factor_id
left join dim_documents as documents on factors.document_code = documents.document_code
where not factors.is_verified and used.method_code = $method and used.reference_year = $year
group by factors.factor_set_code, factors.document_code
order by factor_count desc, factors.factor_set_code, factors.document_code
