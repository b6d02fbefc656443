-- Factors, and listed parameters of formulas, behind the full inventory whose value nobody has checked, by set
-- and document: there are hundreds.
with
    used as (
        select factors.factor_set_code, factors.document_code, factors.factor_id, lines.park_code
        from fct_emissions as lines
        inner join dim_factors as factors on lines.factor_id = factors.factor_id
        where
            not factors.is_verified
            and factors.document_code <> 'SUBMISSION'
            and lines.method_code = $method
            and lines.boundary_code = $boundary
            and lines.reference_year = $year
            and lines.entry_kind_code = 'own'
        union all
        select
            taken.document_code as factor_set_code,
            taken.document_code,
            taken.parameter_code || '/' || cast(taken.parameter_value as varchar) as factor_id,
            lines.park_code
        from fct_emissions as lines
        inner join
            fct_parameters as taken
            on lines.submission_id = taken.submission_id
            and lines.table_name = taken.table_name
            and lines.line_id = taken.line_id
        where
            not taken.is_verified
            and lines.factor_source_code = 'formula'
            and lines.method_code = $method
            and lines.boundary_code = $boundary
            and lines.reference_year = $year
            and lines.entry_kind_code = 'own'
    )

select
    used.factor_set_code,
    coalesce(min(documents.title_zh), used.document_code) as document_zh,
    coalesce(min(documents.title_en), used.document_code) as document_en,
    count(distinct used.factor_id) as factor_count,
    count(distinct used.park_code) as park_count
from used
left join dim_documents as documents on used.document_code = documents.document_code
group by used.factor_set_code, used.document_code
order by factor_count desc, used.factor_set_code, used.document_code
