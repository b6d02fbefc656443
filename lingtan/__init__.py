"""The library: what a statistical office does with submissions, as plain functions.

Belongs here: forms and what is derived from them, reading and archiving deliveries, the register, statistical
methods, disclosure control, releases, the bulletin and the synthetic nation. A function takes its rules, decisions
and folders as arguments, so that a test can call it with values of its own.

Does not belong here: anything that imports `quality`, `orchestration` or dagster (L11); the warehouse's tables, which
only dbt writes; wording of a rule, which lives in the catalogue of `quality`; a factor or threshold as a constant (L8).
"""
