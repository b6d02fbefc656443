"""The forms as data, and everything that is derived from them (L10).

Belongs here: the model of a contract, loading and checking the YAML under `raw/contracts`, the code lists
its columns name, the shape of what rules see, the template workbook, the CSV bundle and the derived sources,
schemas and pages.

Does not belong here: reading what somebody sent (`lingtan.intake`), and judging it (`quality`). This is the
one package of the library that `quality` imports.
"""
