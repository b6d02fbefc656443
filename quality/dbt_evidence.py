"""Results of dbt tests as evidence about the release that was built with them."""

from collections.abc import Iterable, Mapping
from typing import Final

from quality.evidence import FAIL, PASS, WHOLE_RELEASE, Evidence, keys_text, release_sha256
from quality.gate_rules.g_dbt import RULE

#: A test that warns was written to warn; one that was skipped or crashed showed nothing.
_PASSING: Final = frozenset({"pass", "warn"})


def dbt_evidence(
    results: Iterable[tuple[str, str, int | None]], content_hashes: Mapping[str, str]
) -> list[Evidence]:
    """Evidence of rule G-DBT: one row a test and one for all of them.

    Args:
        results: unique_id, status and number of failing rows of every test of the build.
        content_hashes: canonical table -> SHA-256, written from the database these tests ran on.

    Returns:
        Rows sorted by test; without any test the row for all of them fails.
    """
    about = release_sha256(content_hashes)
    rows = sorted((name, str(status), int(failures or 0)) for name, status, failures in results)
    evidence = [
        Evidence(
            RULE.id,
            RULE.version,
            f"{WHOLE_RELEASE}/{name}",
            about,
            PASS if status in _PASSING else FAIL,
            1,
            failures if status in _PASSING else max(failures, 1),
            keys_text([] if status in _PASSING else [status]),
        )
        for name, status, failures in rows
    ]
    failing = [name for name, status, _ in rows if status not in _PASSING]
    passed = bool(rows) and not failing
    keys = keys_text(failing if rows else ["no test ran"])
    summary = Evidence(
        RULE.id, RULE.version, WHOLE_RELEASE, about, PASS if passed else FAIL, len(rows), len(failing), keys
    )
    return [*evidence, summary]
