-- Green claims counted as reported though nobody has cleared them: quantity by term.
select
    used.term_code,
    min(terms.name_zh) as name_zh,
    min(terms.name_en) as name_en,
    sum(used.quantity) as quantity_mwh,
    count(*) as line_count,
    count(distinct used.park_code) as park_count
from fct_emissions as used
inner join
    dim_terms as terms
    on used.method_code = terms.method_code
    and used.method_version = terms.method_version
    and used.term_code = terms.term_code
    and used.activity_code = terms.activity_code
where
    terms.finding_code = 'not_cleared'
    and used.method_code = $method
    and used.boundary_code = $boundary
    and used.reference_year = $year
    and used.entry_kind_code = 'own'
group by used.term_code
order by used.term_code
