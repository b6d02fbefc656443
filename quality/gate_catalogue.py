"""The catalogue of the gate: every module of `quality.gate_rules` is one required rule."""

import importlib
import pkgutil
from functools import cache

from quality import gate_rules
from quality.gate_rule import GateRule


@cache
def required_rules() -> tuple[GateRule, ...]:
    """Every rule that has to pass before anything is published, sorted by id.

    Raises:
        ValueError: two modules carry one id, or a module's name is not its rule's id.
    """
    found: dict[str, GateRule] = {}
    for module in pkgutil.iter_modules(gate_rules.__path__):
        rule: GateRule = importlib.import_module(f"{gate_rules.__name__}.{module.name}").RULE
        if rule.id.lower().replace("-", "_") != module.name or rule.id in found:
            raise ValueError(f"{module.name}: the id {rule.id} is not its own")
        found[rule.id] = rule
    return tuple(found[rule_id] for rule_id in sorted(found))
