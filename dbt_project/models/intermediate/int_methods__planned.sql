-- The method versions a plan names; a park method has the
-- physical boundary, the inventory's has the province.
select
    planned.method_code,
    cast(planned.method_version as string) as method_version,
    methods.gas_codes,
    methods.document_code,
    methods.boundary_codes like '%physical%' as is_park_method
from {{ source("plan", "methods") }} as planned
inner join
    {{ ref("methods") }} as methods
    on planned.method_code = methods.method_code
    and cast(planned.method_version as string) = cast(methods.method_version as string)
