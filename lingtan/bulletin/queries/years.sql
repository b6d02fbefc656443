-- Reference years of the park method, oldest first.
select distinct reference_year
from mart_national_year
where method_code = $method and boundary_code = $boundary
order by reference_year
