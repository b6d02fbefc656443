"""Rules about sheets, columns and cells of any form, as the reader noted them.

Belongs here: one module a rule. Does not belong here: anything without a `RULE`.
"""
