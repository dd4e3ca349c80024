# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What clauses make of the freedoms, and how they are told."""

import pytest

from osaid_action.licenses.catalogue import all_licenses, find
from osaid_action.licenses.clauses import KINDS, Clause, effect, one_of_each, told
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.export import clauses_data
from osaid_action.licenses.grant import goes_beyond_a_notice, granted
from osaid_action.model import FREEDOMS, Outcome

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED


def clause(kind, *freedoms, text="something is said"):
    return Clause(kind, freedoms, "§1", text)


def outcomes(*clauses):
    return {freedom: grant.outcome for freedom, grant in granted(clauses).items()}


def kinds(word):
    return {clause.kind for clause in find(word).clauses}


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


def test_three_clauses_are_told_and_the_others_counted():
    texts = [clause("notice", "use", text=text) for text in ("one", "two", "three", "four", "five")]

    assert told(texts[:2]) == "one; two"
    assert told(texts[:4]) == "one; two; three; and 1 more clause"
    assert told(texts) == "one; two; three; and 2 more clauses"
    assert told([]) == ""


def test_what_is_said_of_fewest_freedoms_is_told_first():
    wide, narrow = clause("revocable", "use", "share", text="wide"), clause("safety", "use")

    assert told([wide, narrow]) == "something is said; wide"


def test_one_of_each_keeps_the_first():
    first, again = clause("notice", "use", text="first"), clause("notice", "use", text="again")
    other = clause("notice", "share", text="other")

    assert one_of_each([first, again, other]) == (first, other)


@pytest.mark.parametrize("license_", all_licenses(), ids=lambda x: x.id)
def test_whatever_a_license_restricts_has_a_clause_of_a_kind(license_):
    for freedom, grant in license_.grants.items():
        touched = [clause for clause in license_.clauses if freedom in clause.freedoms]
        if grant.outcome is UNMET:
            assert any(effect(clause) is UNMET for clause in touched)


@pytest.mark.parametrize(
    ("word", "kind", "freedom"),
    [
        ("openrail++", "remote-restriction", "use"),
        ("bigcode-openrail-m", "remote-restriction", "use"),
        ("stabilityai-nc-research-community", "revocable", "use"),
        ("flux-1-dev-non-commercial-license", "revocable", "share"),
        ("llama4", "territory", "use"),
        ("tencent-hunyuan-community", "territory", "use"),
        ("llama3", "display", "use"),
        ("llama3", "naming", "use"),
        ("kimi-k2", "display", "use"),
        ("minimax-m2", "display", "use"),
        ("CC-BY-NC-SA-2.0-FR", "noncommercial", "share"),
        ("CC-BY-ND-3.0-DE", "no-derivatives", "modify"),
        ("Aladdin", "listed-nonfree", "use"),
        ("LicenseRef-Mine", "no-license", "use"),
    ],
)
def test_clauses_that_were_asked_for(word, kind, freedom):
    assert any(c.kind == kind and freedom in c.freedoms for c in terms(word).clauses)


def test_copies_of_exaone_may_go_along_with_the_agreement():
    shared = [c for c in find("exaone").clauses if c.kind == "share-limits"]

    assert shared[0].text.startswith("copies may be passed on with the agreement")
    assert "no-distribution" not in kinds("exaone")


def test_apples_sample_code_license_is_decided():
    license_ = find("apple-sample-code-license")

    assert license_.id == "LicenseRef-apple-ascl"
    assert license_.certainty != "low"
    assert kinds("apple-ascl") == {"notice"}


def test_what_was_not_confirmed_says_so():
    clauses = find("jamba-open-model").clauses

    assert all(clause.text.startswith("reported, not confirmed: ") for clause in clauses)


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


def test_clauses_as_reports_carry_them():
    assert clauses_data(terms("kimi-k2").clauses) == [
        {
            "kind": "display",
            "freedoms": ["use"],
            "section": "last paragraph",
            "text": "commercial products with more than 100 million monthly users or 20 million US"
            " dollars of monthly revenue must display 'Kimi K2'",
        },
        {
            "kind": "notice",
            "freedoms": ["share"],
            "section": "the permission notice",
            "text": "notices and the license text go along",
        },
    ]
