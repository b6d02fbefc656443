"""The XLSX rendering of a release: one workbook with a cover, notes, contents, and one table a sheet.

Belongs here: what a spreadsheet program makes of released cells, and how a sheet looks.

Does not belong here: a figure: every cell is a cell of a canonical table (L3); the workbook that a park fills
in, which `lingtan.contracts` writes.
"""
