"""The terms of energy cover every line and carry the signs of each side, by hand (ACCOUNTING section 2)."""

import pytest

from tests.builders.reference_seeds import SEEDS, entries, reported_activities


@pytest.mark.parametrize("energy_method", ["EN-CAL-F", "EN-CAL-X", "EN-EQV-F", "EN-EQV-X"])
def test_energy_terms_cover_every_line(energy_method: str) -> None:
    """Signs of the use side by hand (ACCOUNTING section 2)."""
    frame = SEEDS["energy_terms"].filter(energy_method_code=energy_method, side_code="use")
    signs = dict(zip(frame["activity_code"], frame["sign"], strict=True))
    assert set(signs) == reported_activities()
    plus = {"FIN", "FEED-R", "T-PWR", "T-HEAT", "C-IN", "PREP-IN", "LOSS", "FLARE", "PRD"}
    plus |= {"FEED", "NEU"} if energy_method.endswith("F") else set()
    minus = {"C-OUT", "PREP-OUT", "REC-G"}
    for flow in entries("energy_flows")["code"]:
        expected = "1" if flow in plus else "-1" if flow in minus else "0"
        assert signs[f"energy/{flow}"] == expected, flow
    assert (signs["E-GRID/received"], signs["E-GRID/sent"]) == ("1", "-1")
    assert (signs["E-SELF-RE/received"], signs["E-SELF-RE/sent"]) == ("0", "-1")
    assert (signs["E-STO/received"], signs["E-STO/sent"]) == ("0", "0")


def test_energy_terms_of_the_supply_side() -> None:
    """What was bought and produced, stocks and sales; nothing of what was used."""
    frame = SEEDS["energy_terms"].filter(side_code="supply")
    assert set(frame["energy_method_code"]) == {"EN-CAL-F", "EN-EQV-F"}
    for measure in ("EN-CAL-F", "EN-EQV-F"):
        of_measure = frame.filter(energy_method_code=measure)
        signs = dict(zip(of_measure["activity_code"], of_measure["sign"], strict=True))
        counted = {
            activity: sign
            for activity, sign in signs.items()
            if activity.startswith("energy/") and sign != "0"
        }
        assert counted == {
            "energy/PUR": "1",
            "energy/PRD": "1",
            "energy/OPN": "1",
            "energy/CLS": "-1",
            "energy/SAL": "-1",
        }


def test_energy_terms_from_use_to_the_statistical_forms() -> None:
    """Own power where it is used instead of where it is made; feedstock is in the total of the forms."""
    frame = SEEDS["energy_terms"].filter(side_code="conversion")
    assert set(frame["energy_method_code"]) == {"EN-CAL-F", "EN-EQV-F"}
    for measure in ("EN-CAL-F", "EN-EQV-F"):
        of_measure = frame.filter(energy_method_code=measure)
        rows = of_measure.select("activity_code", "sign", "condition_code").rows()
        assert {activity: (sign, condition) for activity, sign, condition in rows} == {
            "E-SELF-RE/sent": ("1", None),
            "E-SELF-NF/sent": ("1", None),
            "E-SELF-FF/sent": ("1", None),
            "E-SELF-WH/sent": ("1", None),
            "generation/self_used": ("1", None),
            "generation/storage_in": ("1", None),
            "generation/storage_out": ("-1", None),
            "energy/PRD": ("-1", "power_only"),
            "energy/T-OUT": ("-1", "power_only"),
            "energy/REC-W": ("-1", "power_only"),
        }
