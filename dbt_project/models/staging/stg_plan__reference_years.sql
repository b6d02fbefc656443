select cast(reference_year as integer) as reference_year from {{ source("plan", "reference_years") }}
