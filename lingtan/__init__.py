"""The library: what a statistical office does with submissions, as plain functions.

Belongs here: forms and what is derived from them, reading and archiving deliveries, the register,
statistical methods, disclosure control, releases, the bulletin and the synthetic nation. A function takes
its rules, decisions and folders as arguments, so that a test can call it with values of its own.

Does not belong here: anything that imports `quality`, `orchestration` or dagster (L11); the warehouse's
tables, which only dbt writes; the wording of a rule, which lives in the catalogue of `quality`; a factor or
threshold as a constant (L8).

Importing this package turns telemetry of dagster, dbt and Great Expectations off (L12). A side effect at
import is justified here and nowhere else: these libraries read their switches when they are first called,
and a switch that somebody has to remember is one that somebody forgets. So do the libraries of matrices,
which get one thread, and openpyxl, which writes with the standard library (L4). The other two packages
import this one first.
"""

from lingtan.environment import one_thread_for_matrices, one_writer_of_workbooks, silence_telemetry

silence_telemetry()
one_thread_for_matrices()
one_writer_of_workbooks()
