-- One code list in its order.
select code, name_zh, name_en
from seed_code_lists
where list_code = $list
order by cast(sort_order as integer), code
