# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on evidence: the repository can prove a declaration wrong, the network cannot."""

import pytest

from osaid_action.definition.rules import evidence
from osaid_action.findings import ERROR, NOTE, Rule

RULES = [value for value in vars(evidence).values() if isinstance(value, Rule)]


def test_only_what_lies_in_the_repository_is_an_error():
    assert {rule.id for rule in RULES if rule.severity == ERROR} == {
        "path-missing",
        "path-case",
        "path-outside",
        "hash-mismatch",
        "license-altered",
        "license-mismatch",
        "weights-cut",
    }


def test_a_rule_by_which_a_freedom_fails_says_so_in_short():
    others = (
        evidence.ACCESS_CONFLICT,
        evidence.CARD_NAMES_BASE,
        evidence.CARD_NAMES_DATA,
        evidence.LICENSE_CONFLICT,
        evidence.LICENSE_NOTED,
        evidence.LICENSE_TEXT_MISSING,
        evidence.NOT_LOOKED_AT,
        evidence.PATH_UNKNOWN,
        evidence.TERMS_UNDECLARED,
    )
    short = {rule.id for rule in RULES if rule.severity == ERROR or rule in others}

    assert {rule.id for rule in RULES if rule.in_short} == short


@pytest.mark.parametrize(
    "rule", [evidence.URL_UNANSWERED, evidence.LICENSE_TEXT_UNKNOWN, evidence.UNPINNED]
)
def test_what_could_not_be_looked_at_is_no_more_than_a_note(rule):
    assert rule.severity == NOTE
