# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values: how outcomes join, and what a rule makes of a place in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.findings import ERROR, NOTE, WARNING, Diagnostic, Finding, Report, Rule
from osaid_action.model import MAX_DECLARATION_BYTES, Outcome, best, is_url, worst

MET, UNDECIDED, UNMET = Outcome.MET, Outcome.UNDECIDED, Outcome.UNMET
OUTCOMES = st.lists(st.sampled_from(Outcome))
RULE = Rule(
    "a-rule", WARNING, "A title", "A reason.", "mend it", remedies=(("when it rains", "wait"),)
)


def finding(severity):
    return Finding("F1", RULE._replace(severity=severity), "it is so", "mend it", "/code", 3, 1)


@pytest.mark.parametrize(
    ("outcomes", "worse", "better"),
    [
        ([MET], MET, MET),
        ([UNDECIDED, MET], UNDECIDED, MET),
        ([UNDECIDED, UNMET], UNMET, UNDECIDED),
        ([MET, UNMET], UNMET, MET),
        ([UNMET, UNDECIDED, MET, UNDECIDED], UNMET, MET),
    ],
)
def test_unmet_is_worse_than_undecided_and_that_is_worse_than_met(outcomes, worse, better):
    assert (worst(outcomes), best(outcomes)) == (worse, better)


def test_what_needs_nothing_is_met():
    assert worst([]) is MET


def test_there_is_no_best_of_nothing():
    with pytest.raises(ValueError, match="empty"):
        best([])


@given(OUTCOMES, OUTCOMES)
def test_outcomes_join_in_any_order_and_grouping(some, others):
    assert worst([*some, *others]) is worst([worst(others), worst(some)])


@given(OUTCOMES, st.sampled_from(Outcome))
def test_one_more_need_never_helps_and_one_more_choice_never_hurts(outcomes, one):
    order = [UNMET, UNDECIDED, MET]

    assert order.index(worst([*outcomes, one])) <= order.index(worst(outcomes))
    assert order.index(best([*outcomes, one])) >= order.index(one)


def test_a_diagnostic_has_the_usual_remedy_unless_another_is_given():
    assert RULE.at(("code", 0), "it is so") == Diagnostic(RULE, "it is so", "mend it", ("code", 0))
    assert RULE.at((), "it is so", "throw it away").remedy == "throw it away"


def test_a_diagnostic_is_of_a_value_unless_its_key_is_meant():
    assert RULE.at(("code",), "it is so").key is False
    assert RULE.at(("code",), "it is so", key=True).key is True


def test_a_diagnostic_knows_its_line_only_where_it_was_given_one():
    placed = RULE.on_line(7, 3, "it ends here", "go on")

    assert placed == Diagnostic(RULE, "it ends here", "go on", (), line=7, column=3)
    assert RULE.at((), "it is so")[-2:] == (0, 0)


def test_a_cause_has_its_remedy():
    assert RULE.remedy_for("when it rains") == "wait"
    with pytest.raises(KeyError):
        RULE.remedy_for("when it snows")


def test_a_finding_is_as_bad_as_its_rule():
    assert finding(NOTE).severity == NOTE


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([], False), ([NOTE, WARNING], False), ([ERROR], True), ([NOTE, ERROR, WARNING], True)],
)
def test_only_an_error_calls_for_exit_code_1(severities, expected):
    report = Report("x.yaml", valid=True, verdict="met", findings=tuple(map(finding, severities)))

    assert report.has_errors is expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("https://a.example/x", True),
        ("https://", True),
        ("http://a.example/x", False),
        ("src/https://a.example", False),
        ("HTTPS://a.example", False),
        ("", False),
    ],
)
def test_only_an_https_url_is_elsewhere(location, expected):
    assert is_url(location) is expected


def test_a_declaration_weighs_two_mebibytes_at_most():
    assert MAX_DECLARATION_BYTES == 2_097_152
