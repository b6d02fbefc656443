"""The public tables as SDMX: structures as SDMX-ML 3.0, data as SDMX-CSV 2.0, both through pysdmx.

Belongs here: how tables, dimensions, codes and marks are called in SDMX.

Does not belong here: a code or a name that is not in the edition. pysdmx is imported where it is used: it
brings pandas with it, and few commands need either.
"""
