"""The figures of the bulletin as SVG text: one module a kind of chart, one for what they share.

Belongs here: shapes, colours, positions. Does not belong here: words of either language, which come as
arguments, and figures, which come as text that was written from a Decimal.
"""
