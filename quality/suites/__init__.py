"""Great Expectations suites in code, over small tables: measurements and marts of a few thousand rows.

Belongs here: expectations, and the one way to run them. The only package that may import Great Expectations
at the top of a module; it takes seconds, so callers import these modules inside a function.

Does not belong here: counting over facts, which SQL does before (`quality.measure`); deciding, which
`quality.gate` does.
"""
