"""The required rules of the publication gate, one a file.

Belongs here: a module a rule, named after its id, with the constant RULE: texts for people and SQL that
measures it over views of the canonical files.

Does not belong here: judging the measurement, which the suites do; rules about submissions (`quality.rules`).
"""
