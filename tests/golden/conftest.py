from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.release import Released, places_in, publish_all, put, register_of, return_of

PROVINCE = "330000"


def _scenarios() -> list[dict[str, Any]]:
    return [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(Path(__file__).parent.glob("*/scenario.yaml"))
    ]


@pytest.fixture(scope="session")
def golden_release(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """One release with every scenario's park in it."""
    places = places_in(tmp_path_factory.mktemp("golden"))
    scenarios = _scenarios()
    parks = [{"park_code": one["park_code"], "park_name_zh": one["park_name"]} for one in scenarios]
    put(places, PROVINCE, "register", "park_register", register_of(PROVINCE, parks))
    for one in scenarios:
        tables = {name: one[name] for name in ("units", "energy", "power_heat", "process") if name in one}
        put(places, PROVINCE, one["park_code"], "park_return", return_of(one["park_code"], tables))
    return publish_all(places)
