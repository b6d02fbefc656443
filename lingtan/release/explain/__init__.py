"""Where a released figure comes from: the tree from a cell down to what was submitted (L13).

Belongs here: how every measure of a released table follows from others (`derivations/`, as data), and the
walk down these declarations over the files of a release alone: recomputed at every node, shown as text, JSON
or HTML.

Does not belong here: a method; a step whose value the release does not hold is released by dbt first.
"""
