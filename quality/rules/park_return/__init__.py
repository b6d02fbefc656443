"""Rules about the values of a park's return.

Belongs here: one module a rule. Does not belong here: anything without a `RULE`.
"""
