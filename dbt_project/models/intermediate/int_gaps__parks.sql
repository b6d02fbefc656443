-- What is missing of a park beyond its lines: rows refused
-- and source categories that it declares not estimated.
select *
from {{ ref("int_gaps__refused") }}
union all
select *
from {{ ref("int_gaps__declared") }}
