# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What clauses leave of the freedoms, and what several licenses grant together."""

import pytest

from osaid_action.licenses.clauses import KINDS, Clause
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import (
    FREE_BY_ASSERTION,
    NO_LICENSE,
    goes_beyond_a_notice,
    granted,
)
from osaid_action.model import FREEDOMS, Outcome

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED


def clause(kind, *freedoms, text="something is said"):
    return Clause(kind, freedoms, "§1", text)


def outcomes(*clauses):
    return {freedom: grant.outcome for freedom, grant in granted(clauses).items()}


def test_no_clause_restricts_nothing():
    assert outcomes() == dict.fromkeys(FREEDOMS, MET)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_what_it_makes_of_the_freedoms_it_touches(kind):
    found = outcomes(clause(kind, "use", "share"))

    assert found == {
        "use": KINDS[kind].effect,
        "study": MET,
        "modify": MET,
        "share": KINDS[kind].effect,
    }


def test_the_worst_clause_decides_and_is_told_alone():
    found = granted(
        [
            clause("notice", "use", text="a notice goes along"),
            clause("display", "use", text="a name is shown"),
            clause("territory", "use", text="some places are shut out"),
        ]
    )

    assert found["use"] == (UNMET, "some places are shut out")


@pytest.mark.parametrize("kind", ["display", "naming"])
def test_a_duty_beyond_a_notice_leaves_use_open(kind):
    assert outcomes(clause(kind, "use"))["use"] is UNDECIDED


@pytest.mark.parametrize("kind", ["notice", "copyleft", "lawful-use", "litigation"])
def test_what_any_open_license_may_ask_restricts_nothing(kind):
    assert outcomes(clause(kind, *FREEDOMS)) == dict.fromkeys(FREEDOMS, MET)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("kimi-k2", True),
        ("kimi-k2 AND MIT", True),
        ("BSD-3-Clause-OpenWebUI", True),
        ("llama3", False),
        ("MIT", False),
        ("other", False),
        ("kimi-k2 OR MIT", False),
        ("kimi-k2 AND Foo-1.0", False),
        ("solar-apache-2.0", False),
    ],
)
def test_a_duty_is_told_from_want_of_knowledge(expression, expected):
    assert goes_beyond_a_notice(terms(expression), "use") is expected
    assert not goes_beyond_a_notice(terms(expression), "study")


def test_no_license_can_be_read_only():
    assert [NO_LICENSE.grants[f].outcome for f in FREEDOMS] == [UNMET, MET, UNMET, UNMET]
    assert (NO_LICENSE.granting, NO_LICENSE.osi) == (UNMET, UNMET)
    assert all(grant.clause for grant in NO_LICENSE.grants.values() if grant.outcome is UNMET)


def test_asserted_free_grants_everything_without_the_osi():
    assert {FREE_BY_ASSERTION.grants[f].outcome for f in FREEDOMS} == {MET}
    assert (FREE_BY_ASSERTION.granting, FREE_BY_ASSERTION.osi) == (MET, UNMET)
