"""The bulletin of a release: one self-contained page a language, made from its canonical tables.

Belongs here: reading and grouping canonical tables for display, writing numbers, charts, templates and texts.

Does not belong here: arithmetic of emissions and energy, thresholds and shares, which only dbt computes;
where the pages lie in a release, which `lingtan.release` and its caller decide.
"""
