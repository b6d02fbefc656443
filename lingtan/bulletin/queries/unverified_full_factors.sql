-- Factors behind the full inventory whose value nobody has checked, by set and document: there are hundreds.
select
    factors.factor_set_code,
    coalesce(min(documents.title_zh), factors.document_code) as document_zh,
    coalesce(min(documents.title_en), factors.document_code) as document_en,
    count(distinct factors.factor_id) as factor_count,
    count(distinct used.park_code) as park_count
from fct_emissions as used
inner join dim_factors as factors on used.factor_id = factors.factor_id
left join dim_documents as documents on factors.document_code = documents.document_code
where
    not factors.is_verified
    and factors.document_code <> 'SUBMISSION'
    and used.method_code = $method
    and used.boundary_code = $boundary
    and used.reference_year = $year
    and used.entry_kind_code = 'own'
group by factors.factor_set_code, factors.document_code
order by factor_count desc, factors.factor_set_code, factors.document_code
