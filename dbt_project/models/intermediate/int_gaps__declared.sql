-- Source categories that a park itself declares not estimated or
-- confidential: a gap of its total, whatever lines it has (L7).
with
    declared as (
        select distinct reference_year, reporting_unit_code as park_code, source_category_code
        from {{ ref("stg_park_return__completeness") }}
        where row_disposition = 'used' and completeness_code in ('NE', 'C')
    )

select
    declared.reference_year,
    coalesce(parks.province_code, 'NA') as province_code,
    declared.park_code,
    methods.method_code,
    'NA' as term_code,
    'declared_not_estimated' as reason_code
from declared
inner join {{ ref("int_methods__planned") }} as methods on methods.is_park_method
left join
    {{ ref("int_parks__registered") }} as parks
    on declared.reference_year = parks.reference_year
    and declared.park_code = parks.park_code
