"""The national summary: the pages of the public tier, in Chinese and English, drawn from an `Edition`.

Belongs here: what the pages show, how their charts are drawn and which words they use. Everything comes from
the published tables (`lingtan.public.edition`) and from notes on methods and reference data (`notes`), never
from a respondent's value. `charts` lists the charts; `lingtan.public.scales` computes what one says beside
its figures.
"""
