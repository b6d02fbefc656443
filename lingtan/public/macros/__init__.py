"""The macros of the public DuckDB file: questions whose answers are withheld where what they rest on is.

Belongs here: one `.sql` file a macro, with heads as `lingtan.release.macros` says; they read the view
`public_cells`, in which every public table stands in one form.

Does not belong here: a difference, a remainder or a sum over cells: readers who subtract what is shown from a
total get what is withheld, and it is not for a macro to do it for them.
"""
