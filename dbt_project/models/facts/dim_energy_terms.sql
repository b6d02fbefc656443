select
    terms.energy_method_code,
    terms.side_code,
    terms.activity_code,
    cast(terms.sign as integer) as sign,
    methods.energy_basis_code,
    terms.condition_code,
    methods.document_code
from {{ ref("energy_terms") }} as terms
inner join {{ ref("energy_methods") }} as methods on terms.energy_method_code = methods.energy_method_code
