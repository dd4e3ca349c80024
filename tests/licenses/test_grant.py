# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What clauses leave of the freedoms, and what several licenses grant together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import find
from osaid_action.licenses.clauses import KINDS, Clause
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import (
    FREE_BY_ASSERTION,
    NO_LICENSE,
    Grant,
    goes_beyond_a_notice,
    granted,
    granting,
    is_share_alike,
    join,
    same,
    unlisted,
)
from osaid_action.model import FREEDOMS, Outcome, worst

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


GRANTS = st.fixed_dictionaries(
    {f: st.builds(Grant, st.sampled_from(Outcome), st.sampled_from(["", "one"])) for f in FREEDOMS}
)


def test_one_answer_for_all_freedoms():
    assert same(UNMET, "no") == dict.fromkeys(FREEDOMS, (UNMET, "no"))
    assert same(MET)["study"] == (MET, "")


@given(GRANTS)
def test_all_is_granted_as_far_as_each_freedom_is(grants):
    assert granting(grants) is worst(grant.outcome for grant in grants.values())


@given(st.lists(GRANTS, min_size=1, max_size=4))
def test_grants_that_all_bind_join_to_the_worst_of_each_freedom(several):
    for freedom, (outcome, clause) in join(several).items():
        candidates = [grants[freedom] for grants in several]
        assert outcome is worst(grant.outcome for grant in candidates)
        assert (outcome, clause) in candidates


def test_the_first_clause_that_decides_is_told():
    several = [
        same(MET, "a notice goes along"),
        same(UNMET),
        same(UNMET, "some places are shut out"),
        same(UNMET, "some people are shut out"),
    ]

    assert join(several)["use"] == (UNMET, "some places are shut out")
    assert list(join(several)) == [*FREEDOMS]


def test_of_a_license_that_is_not_listed_nothing_is_known_but_its_name():
    license_ = unlisted("Foo-1.0", (), UNDECIDED, "who knows")

    assert license_.grants == same(UNDECIDED)
    assert (license_.id, license_.osi, license_.note) == ("Foo-1.0", UNDECIDED, "who knows")
    assert (license_.name, license_.source, license_.clauses) == ("", "unknown", ())


def test_clauses_of_a_license_that_is_not_listed_count():
    license_ = unlisted("Foo-1.0", [clause("noncommercial", "use")], UNMET, "", "The Foo")

    assert license_.grants["use"] == (UNMET, "something is said")
    assert license_.grants["study"].outcome is MET
    assert (license_.name, len(license_.clauses)) == ("The Foo", 1)


def test_a_duty_counts_only_for_the_freedom_it_touches():
    found = terms("kimi-k2")
    elsewhere = found._replace(grants=same(UNDECIDED))

    assert goes_beyond_a_notice(elsewhere, "use")
    assert not goes_beyond_a_notice(elsewhere, "share")


def test_a_duty_that_was_only_reported_is_not_known():
    found = terms("kimi-k2")
    reported = tuple(one._replace(certainty="low") for one in found.licenses)

    assert not goes_beyond_a_notice(found._replace(licenses=reported), "use")


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("CC-BY-SA-4.0", True),
        ("CC-BY-NC-SA-3.0", True),
        ("GPL-2.0-or-later", True),
        ("AGPL-3.0-only", True),
        ("LicenseRef-gpl", True),
        ("ODbL-1.0", True),
        ("CC-BY-4.0", False),
        ("SAX-PD", False),
        ("MIT", False),
    ],
)
def test_families_that_ask_to_share_alike(id_, expected):
    assert is_share_alike(find(id_)) is expected
