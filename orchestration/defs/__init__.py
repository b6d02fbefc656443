"""The house as Dagster sees it: one module for each kind of definition, over the functions in operations.

Here belongs only what tells Dagster what there is and when it runs. What a step does is a function in
`orchestration.operations`; nothing here computes, and nothing elsewhere imports dagster (L11).
"""
