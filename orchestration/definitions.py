"""What `dagster dev` loads: the whole graph from inbox to release."""

import dagster as dg

from orchestration.defs.build import build_definitions

defs: dg.Definitions = build_definitions()
