"""Rules about files that cannot be read as a form: no submission exists yet.

Belongs here: one module a rule. Does not belong here: anything without a `RULE`.
"""
