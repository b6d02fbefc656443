"""dbt's own unit tests of the models; a build leaves them out, so this is where they run."""

from pathlib import Path

import pytest
import yaml

from tests.dbt.warehouse_inputs import PROJECT, Inputs, run

pytestmark = pytest.mark.slow


def declared() -> list[str]:
    """Names of the unit tests in the project's YAML."""
    return [
        test["name"]
        for path in sorted((PROJECT / "models").rglob("*.yml"))
        for test in yaml.safe_load(path.read_text(encoding="utf-8")).get("unit_tests", [])
    ]


def test_every_unit_test_of_dbt_passes(tmp_path: Path) -> None:
    inputs = Inputs(tmp_path, {}, [])
    inputs.write()
    # A unit test reads the columns of its inputs from the database; rows it brings itself.
    run(inputs, "build", "--exclude", "path:models/compare", "--exclude-resource-type", "unit_test", "test")
    found = run(inputs, "test", "--select", "test_type:unit")
    assert found == dict.fromkeys(declared(), "pass")
    assert len(found) == len(declared()) > 0
