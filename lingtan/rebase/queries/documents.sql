-- The document of each factor and coefficient of one build ({side}).
select factor_id, min(document_code) as document_code
from
    (
        select factor_id, document_code
        from {side}_dim_factors
        union all
        select coefficient_id as factor_id, document_code
        from {side}_dim_coefficients
    )
group by factor_id
