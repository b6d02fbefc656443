"""One plain function a verb: receive, plan, build, gate, draft, publish, verify and the like.

Here the library, the rules and the decisions are put together; the command line and Dagster only call these.
No Dagster import and no command-line plumbing belongs here (L11).
"""
