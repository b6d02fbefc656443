-- Factors whose value nobody has checked against the primary document and that stand behind a result of the year. A
-- factor is named by its product and route, by its fuel, or else by the term that uses it.
with
    routes as (
        select code, name_zh, name_en
        from seed_code_lists
        where list_code = 'process_routes'
    ),

    products as (
        select
            matched.activity_code,
            matched.purpose_code,
            min(names.name_zh || coalesce('，' || routes.name_zh, '')) as name_zh,
            min(names.name_en || coalesce(', ' || routes.name_en, '')) as name_en
        from seed_process_product_factors as matched
        inner join seed_process_products as names on matched.product_code = names.product_code
        left join routes on matched.route_code = routes.code
        group by matched.activity_code, matched.purpose_code
    ),

    terms as (
        select method_code, term_code, min(name_zh) as name_zh, min(name_en) as name_en
        from dim_terms
        group by method_code, term_code
    )

select
    factors.factor_id,
    coalesce(min(products.name_zh), min(fuels.name_zh), min(terms.name_zh), factors.factor_id) as name_zh,
    coalesce(min(products.name_en), min(fuels.name_en), min(terms.name_en), factors.factor_id) as name_en,
    coalesce(min(purposes.name_zh), min(factors.purpose_code)) as purpose_zh,
    coalesce(min(purposes.name_en), min(factors.purpose_code)) as purpose_en,
    min(factors.value) as value,
    min(factors.unit) as unit,
    coalesce(min(documents.title_zh), min(factors.document_code)) as document_zh,
    coalesce(min(documents.title_en), min(factors.document_code)) as document_en,
    count(distinct used.park_code) as park_count,
    count(*) as line_count
from fct_emissions as used
inner join dim_factors as factors on used.factor_id = factors.factor_id
left join
    products
    on factors.activity_code = products.activity_code
    and factors.purpose_code = products.purpose_code
left join seed_carriers as fuels on factors.carrier_code = fuels.carrier_code and fuels.is_fuel = 'true'
left join terms on used.method_code = terms.method_code and used.term_code = terms.term_code
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
group by factors.factor_id
order by line_count desc, factors.factor_id
