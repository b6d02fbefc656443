"""Statistics that are not relational, as plain functions over closed Parquet files.

Belongs here: the Python stages between dbt stages (peer position, uncertainty, later imputation,
decomposition, ranking). A stage reads Parquet that nobody writes any more, returns a frame with a declared
schema and writes it as `stat_<name>.parquet`, which dbt reads as a source.

Does not belong here: joins, sums and shares, which SQL does; reading of submissions; a number that a dbt
model has already.
"""
