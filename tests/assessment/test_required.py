# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was required and is not met: one error each, with the worst reason beside it."""

import pytest

from osaid_action.assessment.required import unmet_requirements
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED, LICENSE_MISSING, OSAID_REQUIRED
from osaid_action.findings import Finding, Freedom
from osaid_action.model import FREEDOMS, Outcome

MET, UNDECIDED, UNMET = Outcome.MET, Outcome.UNDECIDED, Outcome.UNMET


def told(required, outcomes, verdict, reasons=()):
    """The errors for freedoms of these outcomes, of which each has the same reasons."""
    findings = {
        reason: Finding(reason, LICENSE_MISSING, f"because {reason}", f"mend {reason}", "", 1, 1)
        for reason in reasons
    }
    freedoms = {
        name: Freedom(outcome, tuple(reasons))
        for name, outcome in zip(FREEDOMS, outcomes, strict=True)
    }
    asked = []

    def behind(ids):
        asked.append([*ids])
        return [findings[one] for one in dict.fromkeys(asked[-1])]

    return list(unmet_requirements(required, freedoms, verdict, behind)), asked


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (MET, None),
        (UNDECIDED, "the freedom to modify is required, and is not decided"),
        (UNMET, "the freedom to modify is required, and is not met"),
    ],
)
def test_a_freedom_that_is_not_met_is_an_error(outcome, words):
    found, _ = told(["modify"], [MET, MET, outcome, UNMET], UNMET)

    assert [(one.rule, one.path, one.message) for one in found] == (
        [(FREEDOM_REQUIRED, ("system",), words)] if words else []
    )


def test_each_freedom_that_is_required_speaks_for_itself():
    found, _ = told(["use", "study", "share"], [UNMET, MET, MET, UNDECIDED], UNMET)

    assert [one.message.split()[3] for one in found] == ["use", "share"]


@pytest.mark.parametrize(("verdict", "count"), [(MET, 0), (UNDECIDED, 1), (UNMET, 1)])
def test_all_of_osaid_is_the_verdict_whatever_the_freedoms_are(verdict, count):
    found, asked = told(["osaid"], [MET] * 4, verdict, ["a"])

    assert [one.rule for one in found] == [OSAID_REQUIRED] * count
    assert asked == [["a"] * 4] * count


@pytest.mark.parametrize(
    ("reasons", "ending", "remedy"),
    [
        ([], "not met", FREEDOM_REQUIRED.remedy),
        (["a"], "not met: because a", "mend a"),
        (["a", "b"], "not met: because a; and 1 reason more", "mend a"),
        (["a", "b", "c"], "not met: because a; and 2 reasons more", "mend a"),
    ],
)
def test_the_first_reason_is_told_with_its_remedy_and_how_many_more(reasons, ending, remedy):
    ((one,), _) = told(["use"], [UNMET, MET, MET, MET], UNMET, reasons)

    assert one.message.endswith(ending)
    assert one.remedy == remedy
