-- Factors whose value nobody has checked against the primary document and that stand behind a result of the year.
select
    factors.factor_id,
    factors.activity_code,
    coalesce(min(carriers.name_zh), min(products.name_zh), factors.activity_code) as name_zh,
    coalesce(min(carriers.name_en), min(products.name_en), factors.activity_code) as name_en,
    coalesce(min(purposes.name_zh), min(factors.purpose_code)) as purpose_zh,
    coalesce(min(purposes.name_en), min(factors.purpose_code)) as purpose_en,
    min(factors.value) as value,
    min(factors.unit) as unit,
    min(factors.document_code) as document_code,
    coalesce(min(documents.title_zh), min(factors.document_code)) as document_zh,
    coalesce(min(documents.title_en), min(factors.document_code)) as document_en,
    count(distinct used.park_code) as park_count,
    count(*) as line_count
from fct_emissions as used
inner join dim_factors as factors on used.factor_id = factors.factor_id
left join seed_carriers as carriers on factors.carrier_code = carriers.carrier_code
left join seed_process_products as products on factors.activity_code = products.product_code
left join
    seed_code_lists as purposes
    on factors.purpose_code = purposes.code
    and purposes.list_code = 'factor_purposes'
left join dim_documents as documents on factors.document_code = documents.document_code
where
    not factors.is_verified
    and factors.document_code <> 'SUBMISSION'
    and used.method_code = $method
    and used.boundary_code = $boundary
    and used.reference_year = $year
    and used.entry_kind_code = 'own'
group by factors.factor_id, factors.activity_code
order by line_count desc, factors.factor_id
