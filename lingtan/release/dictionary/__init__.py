"""The data dictionary of a release: one self-contained page a language, from contracts and dbt YAML (L10).

Belongs here: what tables, columns, units, codes and macros mean, for readers who have no checkout.

Does not belong here: a meaning itself: the dbt YAML, a contract, a seed or a macro says it.
"""
