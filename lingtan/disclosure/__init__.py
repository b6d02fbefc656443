"""Disclosure control: which cells of the public tables are withheld, and the attack on the result.

Belongs here: the public tables as data, their cells and contributors, primary rules, secondary suppression,
what publications reveal as linear statements, and the intervals that an outsider can compute from them.

Does not belong here: the figures themselves, which the marts have; files and pages of a release, which
`lingtan.release` and `lingtan.bulletin` write from protected tables.

Literature: M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing cell suppression in tabular
data with linear constraints", Journal of the American Statistical Association 95 (2000) 916-928; A. Hundepool
and others, "Statistical Disclosure Control", Wiley 2012, chapter 4.
"""
