"""YAML as the contracts are written: `NO` is a notation key, not a boolean."""

import re

import yaml


# Its base is found at run time: a build of PyYAML without libyaml has only the slower loader.
class ContractLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader with the booleans of YAML 1.2: `true` and `false` alone; `NO` stays a text (L7)."""


_BOOLEAN = "tag:yaml.org,2002:bool"
ContractLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
ContractLoader.add_implicit_resolver(_BOOLEAN, re.compile(r"true|false"), list("tf"))
