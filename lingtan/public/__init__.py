"""The public tier: protected tables, and everything that is rendered from them and from nothing else.

`edition` reads the tables as readers have them; whoever renders takes an `Edition` and no other data of a
release. How cells are chosen to be withheld is `lingtan.disclosure`; the pages are `lingtan.summary`.
"""
