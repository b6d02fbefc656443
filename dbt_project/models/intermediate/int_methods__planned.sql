-- The one version of each method that a plan names for a reference year; a park method has the
-- boundaries of parks, the inventory's has the province. A method that fixes no warming potentials takes
-- the plan's.
select
    planned.reference_year,
    planned.method_code,
    cast(planned.method_version as string) as method_version,
    methods.document_code,
    coalesce(methods.gwp_set_code, settings.gwp_set_code) as gwp_set_code,
    methods.boundary_codes,
    methods.boundary_codes like '%physical%' as is_park_method,
    methods.has_territorial_totals
from {{ source("plan", "methods") }} as planned
cross join {{ ref("int_settings__plan") }} as settings
inner join
    {{ ref("methods") }} as methods
    on planned.method_code = methods.method_code
    and cast(planned.method_version as string) = cast(methods.method_version as string)
