"""Tests of one release or file share a process: else two processes build the same releases side by side."""

import os

import pytest


def test_the_group_of_a_test_reaches_the_scheduler(request: pytest.FixtureRequest) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        assert request.node.get_closest_marker("xdist_group").args == ("test_grouping.py",)
    else:
        assert request.node.nodeid.endswith("@test_grouping.py")
