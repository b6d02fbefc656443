"""Rules about the values of a provincial energy inventory.

Belongs here: one module a rule. Does not belong here: anything without a `RULE`.
"""
