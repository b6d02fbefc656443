"""Quality: what is checked, what a check found, and whether that is enough to publish.

Belongs here: the rule catalogue with one implementation a rule, the Great Expectations suites over small
tables, the evidence they write, and the gate that decides from evidence alone (L5).

Does not belong here: any import of the project but `lingtan.contracts`, which tells the rules what a form
looks like; repairing a value (L1: a rule reports and never changes); reading or writing of deliveries;
anything of dagster (L11). Great Expectations takes seconds to import: only `quality.suites` may, or a
function that needs it.
"""

import lingtan as _lingtan  # noqa: F401  (telemetry off before Great Expectations can be imported, L12)
