from lingtan.synthetic.names import credit_check_character, fictional_credit_code, organisation_code


def test_check_character_of_an_organisation_code_is_that_of_the_standard() -> None:
    # The example of GB 11714.
    assert organisation_code("D2143569") == "D2143569X"


def test_check_character_of_a_credit_code_is_that_of_the_standard() -> None:
    # The example of GB 32100-2015.
    assert credit_check_character("91350100M000100Y4") == "3"


def test_a_fictional_credit_code_is_visibly_fictional_and_complete() -> None:
    code = fictional_credit_code("540000", 12)
    assert code.startswith("91540000FAKE0012")
    assert len(code) == 18
    assert code[-1] == credit_check_character(code[:-1])
