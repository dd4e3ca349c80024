# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What binds beyond a license: what it restricts, what it leaves open, what costs nothing."""

import itertools

import pytest

from osaid_action.assessment.further_terms import further_remarks, further_taken
from osaid_action.model import FREEDOMS, FurtherTerms, Origin, Outcome
from osaid_action.validation.loader import load
from tests.made import whole

PAPER = "https://x.y/paper"
WHERE = ("parameters", "weights", "further_terms")


def spoken(*terms, source="", role="producer"):
    """What is taken by such terms, and what is remarked."""
    declaration = load(whole())._replace(role=role)
    (part,) = declaration.components["parameters.weights"].parts
    part = part._replace(further_terms=terms, source=Origin(source))
    taken = list(further_taken(part, "the weights", declaration))
    return taken, list(further_remarks(part, "the weights", declaration))


def policy(restricts=(), binding=None):
    return FurtherTerms(WHERE, "https://x.y/policy", restricts, binding)


@pytest.mark.parametrize(
    ("binding", "source", "role"),
    [*itertools.product([None, True, False], ["", PAPER], ["producer", "third-party"])],
)
def test_what_is_restricted_is_unmet_whatever_else_is_said(binding, source, role):
    taken, remarks = spoken(policy(("use", "share"), binding), source=source, role=role)

    assert [(freedoms, outcome) for freedoms, outcome, _ in taken] == [
        (("use", "share"), Outcome.UNMET)
    ]
    assert [(one.rule.id, one.path) for *_, one in taken] == [("further-terms-restrict", WHERE)]
    assert remarks == []


@pytest.mark.parametrize(
    ("binding", "source", "role", "is_open"),
    [
        (None, "", "producer", True),
        (None, PAPER, "producer", True),
        (True, PAPER, "producer", True),
        (False, "", "producer", False),
        (False, PAPER, "producer", False),
        (False, "", "third-party", True),
        (False, PAPER, "third-party", False),
        (None, PAPER, "third-party", True),
    ],
)
def test_without_a_word_on_what_they_do_all_is_open_unless_they_bind_nobody(
    binding, source, role, is_open
):
    taken, remarks = spoken(policy((), binding), source=source, role=role)

    assert [(freedoms, outcome) for freedoms, outcome, _ in taken] == (
        [(FREEDOMS, Outcome.UNDECIDED)] if is_open else []
    )
    assert [one.rule.id for *_, one in taken] == (["further-terms-unknown"] if is_open else [])
    assert [one.rule.id for one in remarks] == ([] if is_open else ["further-terms-not-binding"])


def test_that_nobody_is_bound_by_a_third_partys_word_is_told():
    lifted, silent = (
        spoken(policy(binding=binding), role="third-party")[0][0][2].message
        for binding in (False, None)
    )

    assert "third party" in lifted
    assert "third party" not in silent


def test_each_of_several_speaks_for_itself():
    taken, remarks = spoken(policy(("use",)), policy(binding=False), policy())

    assert [outcome for _, outcome, _ in taken] == [Outcome.UNMET, Outcome.UNDECIDED]
    assert len(remarks) == 1
