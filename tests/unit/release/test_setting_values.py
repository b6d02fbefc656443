"""Settings as typed: known codes, possible values, one clear line otherwise."""

import re

import pytest

from lingtan.errors import LingtanError
from lingtan.places import checkout
from lingtan.release.setting_values import parse_settings
from lingtan.release.settings import DEFAULT_SETTINGS


def test_settings_are_read_and_the_last_counts() -> None:
    typed = [
        "gwp_set_code=AR6",
        "peer_minimum_count = 5",
        "gwp_set_code=CN-AR5",
        "factors_known_on=2026-01-31",
    ]
    assert parse_settings(typed) == {
        "gwp_set_code": "CN-AR5", "peer_minimum_count": "5", "factors_known_on": "2026-01-31",
    }  # fmt: skip


def test_every_plan_names_the_boundary_that_heads_the_bulletin() -> None:
    assert DEFAULT_SETTINGS["boundary_code"] == "physical"
    assert parse_settings(["boundary_code=administrative"]) == {"boundary_code": "administrative"}


def test_a_setting_that_changes_nothing_is_no_setting() -> None:
    """Each one with a choice is read by a model or a program; one with a single value says what is done."""
    files = [
        path
        for folder in ("dbt_project/models", "lingtan", "orchestration")
        for path in (checkout() / folder).rglob("*")
        # The pages of the summary tell every setting.
        if path.suffix in (".sql", ".py")
        and path.name not in ("settings.py", "setting_values.py")
        and path.parent.name != "summary"
    ]
    texts = [path.read_text(encoding="utf-8") for path in files]
    # As SQL and Python name it, in quotes: not the same word in a sentence.
    read = {code for text in texts for code in re.findall(r"[\"'](\w+)[\"']", text)}
    unread = DEFAULT_SETTINGS.keys() - read
    assert unread == {"factor_vintage", "imputation"}
    for code in unread:
        with pytest.raises(LingtanError, match=f"possible: {DEFAULT_SETTINGS[code]}"):
            parse_settings([f"{code}=other"])


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("gwp_set_code", "代码=取值", "CODE=VALUE"),
        ("no_such=1", "未知的方案设置：no_such", "Unknown setting of a plan: no_such"),
        ("gwp_set_code=AR99", "不能取“AR99”；可取：", "cannot be 'AR99'; possible: "),
        ("gwp_set_code=", "不能取“”", "cannot be ''"),
        ("peer_minimum_count=0", "不能取“0”", "cannot be '0'"),
        ("peer_minimum_count=³", "不能取“³”", "cannot be"),
        ("uncertainty_draw_count=999", "不能取“999”；可取：1000", "cannot be '999'; possible: 1000"),
        ("uncertainty_seed=0", "不能取“0”", "cannot be '0'"),
        ("factors_known_on=2026-02-30", "YYYY-MM-DD", "YYYY-MM-DD"),
        ("energy_method_codes=EN-CAL-F", "未知的方案设置", "Unknown setting of a plan"),
        ("imputation=mean", "可取：none", "possible: none"),
        ("boundary_code=province", "不能取“province”", "cannot be 'province'"),
    ],
)
def test_what_is_not_possible_is_one_line(typed: str, zh: str, en: str) -> None:
    with pytest.raises(LingtanError) as refusal:
        parse_settings([typed])
    assert zh in refusal.value.zh
    assert en in refusal.value.en
    assert "\n" not in refusal.value.zh + refusal.value.en
