# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on terms: what restricts is told by freedom, what is not known is held against nobody."""

import pytest

from osaid_action.definition.rules import terms
from osaid_action.definition.rules.terms import (
    DUTY,
    LICENSE_RESTRICTS,
    LICENSE_UNKNOWN,
    ON_SPDX_LIST,
    OWN_TEXT,
)
from osaid_action.findings import ERROR, NOTE, Rule
from osaid_action.model import FREEDOMS


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_each_freedom_that_is_restricted_has_its_rule(freedom):
    rule = LICENSE_RESTRICTS[freedom]

    assert (rule.id, rule.severity != NOTE) == (f"license-restricts-{freedom}", True)
    assert rule.title.endswith(f" {freedom}")


def test_what_is_not_known_is_a_note_with_a_remedy_for_each_cause():
    remedies = {LICENSE_UNKNOWN.remedy_for(cause) for cause in (DUTY, ON_SPDX_LIST, OWN_TEXT)}

    assert LICENSE_UNKNOWN.severity == NOTE
    assert len(remedies | {LICENSE_UNKNOWN.remedy}) == 4


def test_no_terms_make_a_declaration_wrong_but_those_that_were_asked_for():
    errors = {x.id for x in vars(terms).values() if isinstance(x, Rule) and x.severity == ERROR}

    assert errors == {"freedom-required", "osaid-required"}
