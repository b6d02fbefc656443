-- The names of a method.
select min(name_zh) as name_zh, min(name_en) as name_en
from seed_methods
where method_code = $method
