"""The catalogue of intake rules: every module below `quality.rules` that holds a `RULE`."""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Final

import quality.rules
from quality.rule import Rule

#: The areas in the order a receipt and the reference page show them.
AREAS: Final = ("delivery", "structure", "park_return", "province_inventory", "park_register")


@cache
def intake_rules() -> tuple[Rule, ...]:
    """All intake rules, by area and then by id.

    Raises:
        ValueError: a rule's id is not its module's name, or an id is given twice.
    """
    rules: list[Rule] = []
    for area in AREAS:
        package = import_module(f"{quality.rules.__name__}.{area}")
        rules += [_rule(package, name) for name in sorted(_modules(package))]
    ids = [rule.id for rule in rules]
    twice = sorted({rule_id for rule_id in ids if ids.count(rule_id) > 1})
    if twice:
        raise ValueError(f"rule ids given twice: {', '.join(twice)}")
    return tuple(rules)


def rules_of_area(area: str) -> tuple[Rule, ...]:
    """The rules of one area, by id."""
    package = import_module(f"{quality.rules.__name__}.{area}")
    names = set(_modules(package))
    return tuple(rule for rule in intake_rules() if rule.id.lower() in names)


def _modules(package: ModuleType) -> list[str]:
    return [module.name for module in pkgutil.iter_modules(package.__path__)]


def _rule(package: ModuleType, name: str) -> Rule:
    rule = import_module(f"{package.__name__}.{name}").RULE
    if not isinstance(rule, Rule) or rule.id.lower() != name:
        raise ValueError(f"module {package.__name__}.{name} does not hold the rule of its name")
    return rule
