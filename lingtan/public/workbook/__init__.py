"""The workbook of the public tier, by the rules of accessible spreadsheets.

A cover, notes, contents, then one table a sheet: a title in the first row, a real table with one row of
heads, no merged, blank or hidden cells in it, words instead of colours.

Belongs here: how public tables stand in a sheet.

Does not belong here: a figure or a name that is not in the edition.
"""
