"""From what was received to what is released: plan, canonical tables, renderings, draft, publish, verify.

Belongs here: choosing what goes in (the plan), sorted Parquet as the canonical form of the released tables,
its renderings, the manifest, and the one atomic rename that publishes.

Does not belong here: arithmetic of emissions and energy, which only dbt does; judging, which `quality` does:
the publish step takes the judge as an argument and calls it itself (L5); bulletin pages, which
`lingtan.bulletin` renders into a draft.
"""
