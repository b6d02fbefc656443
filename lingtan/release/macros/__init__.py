"""The macros of the released DuckDB file: questions, and sums that refuse what must not be added (L6).

Belongs here: one `.sql` file a macro. Its first lines say what it is for people (`-- zh:`, `-- en:`), what
kind it is (`-- kind: helper | answer | guard`) and how it is called (`-- call:`); then one `create macro`.

Does not belong here: a figure that no mart holds: a macro selects and adds released rows, nothing else.
"""
