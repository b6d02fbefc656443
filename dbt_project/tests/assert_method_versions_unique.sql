-- L6: results stand by year and method; a second version of a method in a year would be added to the first.
select reference_year, method_code, count(*) as row_count
from {{ ref("int_methods__planned") }}
group by reference_year, method_code
having count(*) > 1
