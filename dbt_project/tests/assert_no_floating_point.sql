-- L3: no FLOAT or DOUBLE column outside stat_*; every other figure of the warehouse is exact.
-- depends_on: {{ ref("cmp_peer_position") }}, {{ ref("cmp_public_cells") }}, {{ ref("cmp_public_losses") }}, {{ ref("cmp_uncertainty") }}
select table_name, column_name, data_type
from information_schema.columns
where data_type in ('FLOAT', 'DOUBLE', 'REAL')
