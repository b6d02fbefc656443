-- The boundaries for which each planned park method is computed.
select methods.reference_year, methods.method_code, methods.method_version, boundaries.code as boundary_code
from {{ ref("int_methods__planned") }} as methods
inner join
    {{ ref("code_lists") }} as boundaries
    on boundaries.list_code = 'boundaries'
    and methods.boundary_codes like '%' || boundaries.code || '%'
where methods.is_park_method
