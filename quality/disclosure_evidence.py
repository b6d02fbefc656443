"""What the attack on the public tables found, as evidence about the release."""

from collections.abc import Mapping, Sequence

import polars as pl

from quality.evidence import FAIL, PASS, WHOLE_RELEASE, Evidence, keys_text, release_sha256
from quality.gate_rules.g_disclosure import RULE


def disclosure_evidence(
    attacked: pl.DataFrame, differing: Sequence[str], content_hashes: Mapping[str, str]
) -> Evidence:
    """Evidence of rule G-DISCLOSURE.

    Args:
        attacked: a row for each protected cell and attacker, with reference_year, measure_code, cell_code,
            knower_code, lower, upper, is_breached and equations.
        differing: public tables that are not what the protected cells say.
        content_hashes: canonical and public tables -> SHA-256 of the bytes attacked.
    """
    # A cell that several get at is told once: readers stand before contributors.
    cell = ["reference_year", "measure_code", "cell_code"]
    breached = attacked.filter("is_breached").unique(cell, keep="first", maintain_order=True)
    keys = [
        *(f"{name}: not as in cmp_public_cells" for name in differing),
        *(
            f"{row['measure_code']} {row['reference_year']} {row['cell_code'] or 'nation'}: "
            f"[{row['lower']:.6g}, {row['upper']:.6g}] by {row['equations']}"
            for row in breached.iter_rows(named=True)
        ),
    ]
    return Evidence(
        RULE.id,
        RULE.version,
        WHOLE_RELEASE,
        release_sha256(content_hashes),
        FAIL if keys else PASS,
        attacked.height,
        len(keys),
        keys_text(keys),
    )
