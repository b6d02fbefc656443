"""The register's schema, step by step.

Belongs here: one module a change under `versions`, never altered once released. Does not belong here: changes
to data that a person decided on; those are events.
"""
