"""Two plans with the same submissions side by side: what figures changed, and of which cause each change is.

Here belong the comparison of canonical tables and the page about it. Making and building the plans does not.
"""
