"""Imports go one way: lingtan, quality, orchestration; dagster stays at the edge (L11)."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("lingtan", "quality", "orchestration")


@dataclass(frozen=True)
class Import:
    module: str
    line: int
    lazy: bool
    """Inside a function, or for the type checker alone: costs nothing when the file is imported."""


def _imports(tree: ast.AST, package: str, *, lazy: bool = False) -> Iterator[Import]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, lazy) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, *([base] if base else [])])
            yield from (Import(f"{base}.{alias.name}", node.lineno, lazy) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            if node.args and isinstance(node.args[0], ast.Constant):
                yield Import(str(node.args[0].value), node.lineno, lazy)
            yield from _imports(node, package, lazy=lazy)
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            typing_only = isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
            yield from _imports(node, package, lazy=lazy or inside or typing_only)


def _within(module: str, *parents: str) -> bool:
    return any(module == parent or module.startswith(parent + ".") for parent in parents)


def _complaint(importer: str, found: Import) -> str | None:
    """Why module `importer` may not import this, or None."""
    top = importer.split(".")[0]
    target = found.module.split(".")[0]
    if top == "lingtan" and target in ("quality", "orchestration"):
        return "lingtan imports neither quality nor orchestration"
    if top == "quality":
        # The bare package is what importing lingtan.contracts imports anyway; it switches telemetry off.
        bare = importer == "quality" and found.module == "lingtan"
        allowed = bare or _within(found.module, "lingtan.contracts")
        if target == "orchestration" or (target == "lingtan" and not allowed):
            return "quality imports lingtan.contracts only"
    at_the_edge = _within(importer, "orchestration.defs", "orchestration.definitions")
    if (target == "dagster" or target.startswith("dagster_")) and not at_the_edge:
        return "only orchestration/defs and orchestration/definitions.py import dagster (L11)"
    if target == "great_expectations":
        if top != "quality":
            return "only quality imports great_expectations"
        if not found.lazy and not _within(importer, "quality.suites"):
            return "great_expectations is imported in quality/suites, or inside a function of quality"
    return None


def violations(root: Path) -> list[str]:
    found = []
    for top in PACKAGES:
        for path in sorted((root / top).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            importer = ".".join(parts[:-1] if is_package else parts)
            package = ".".join(parts[:-1])
            for one in _imports(ast.parse(path.read_text(encoding="utf-8")), package):
                reason = _complaint(importer, one)
                if reason:
                    found.append(f"{path.relative_to(root)}:{one.line} imports {one.module}: {reason}")
    return found


def test_the_project_keeps_the_order() -> None:
    assert all((ROOT / top / "__init__.py").is_file() for top in PACKAGES)
    assert violations(ROOT) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("lingtan/intake/read.py", "import quality"),
        ("lingtan/intake/read.py", "from quality.rules import catalogue"),
        ("lingtan/intake/read.py", "from orchestration import operations"),
        ("lingtan/intake/read.py", "def late():\n    from quality import gate"),
        ("lingtan/intake/read.py", "import importlib\nimportlib.import_module('quality.gate')"),
        ("lingtan/intake/read.py", "if True:\n    import dagster"),
        ("lingtan/release/plan.py", "from ...quality import gate"),
        ("quality/gate.py", "import lingtan"),
        ("quality/gate.py", "import lingtan.intake"),
        ("quality/gate.py", "from lingtan import intake"),
        ("quality/gate.py", "from lingtan.contractsx import load"),
        ("quality/gate.py", "from orchestration.operations import gate"),
        ("quality/gate.py", "from dagster import asset_check"),
        ("quality/gate.py", "import great_expectations as gx"),
        ("quality/rules/r001.py", "class R:\n    import great_expectations"),
        ("orchestration/operations/gate.py", "def late():\n    import great_expectations"),
        ("orchestration/operations/build.py", "from dagster_dbt import DbtProject"),
        ("orchestration/cli/release.py", "def ui():\n    import dagster"),
    ],
)
def test_a_violation_is_found(tmp_path: Path, path: str, text: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    found = violations(tmp_path)
    assert len(found) == 1, found
    assert found[0].startswith(f"{path}:")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("lingtan/intake/read.py", "from lingtan.contracts import load\nimport polars"),
        ("quality/__init__.py", "import lingtan as _lingtan"),
        ("quality/gate.py", "from lingtan.contracts import load\nfrom quality import evidence"),
        ("quality/gate.py", "from lingtan import contracts"),
        ("quality/suites.py", "import great_expectations as gx"),
        ("quality/suites/marts.py", "import great_expectations as gx"),
        ("quality/evidence.py", "def late():\n    import great_expectations as gx"),
        ("orchestration/definitions.py", "import dagster as dg"),
        ("orchestration/defs/assets.py", "import dagster as dg\nfrom dagster_dbt import DbtProject"),
        ("orchestration/operations/gate.py", "from lingtan.release import plan\nfrom quality import gate"),
    ],
)
def test_what_is_allowed_is_left_alone(tmp_path: Path, path: str, text: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert violations(tmp_path) == []
