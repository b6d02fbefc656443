"""The rules of the intake, one a module, in a package an area.

Belongs here: a module named after its rule, with the constant `RULE`. Does not belong here: helpers that
several rules share (they stand in `quality`), or a rule about the warehouse (those are dbt tests and suites).
"""
