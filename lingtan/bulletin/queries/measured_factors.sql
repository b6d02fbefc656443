-- Factors that respondents measured or noted themselves: their document is the submission.
select
    count(distinct used.factor_id) as factor_count,
    count(*) as line_count,
    count(distinct used.park_code) as park_count
from fct_emissions as used
inner join dim_factors as factors on used.factor_id = factors.factor_id
where
    factors.document_code = 'SUBMISSION'
    and used.method_code = $method
    and used.boundary_code = $boundary
    and used.reference_year = $year
    and used.entry_kind_code = 'own'
