"""A synthetic nation with known truth: provinces, parks, units and years from one seed.

Belongs here: the generator (what the parks, the provinces and the fictional office would send), the truth
about it, and the exact comparison of a release with that truth. The truth states each method in plain Python
on purpose: it never reads `method_terms` or `energy_terms`, a warehouse table or a project macro (DESIGN
section 4).

Does not belong here: anything a real submission needs; real parks, enterprises or persons. Every name is
visibly fictional (示例…).
"""
