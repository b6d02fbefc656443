"""Rules about the values of a province's register of parks.

Belongs here: one module a rule. Does not belong here: anything without a `RULE`.
"""
