# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on what has to be there: one for each requirement, in its own words."""

import pytest

from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules import components
from osaid_action.definition.rules.components import (
    ACCESS,
    CARRIED,
    MISSING,
    NOT_APPLICABLE_REFUSED,
)
from osaid_action.findings import ERROR, Rule


def test_a_requirement_that_is_not_there_speaks_by_its_own_words():
    assert [(id_, x.id, x.remedy, x.clause) for id_, x in MISSING.items()] == [
        (one.id, one.missing, one.remedy, one.clause) for one in REQUIREMENTS
    ]


@pytest.mark.parametrize(
    ("requirement", "title"),
    [
        ("code.training", "The training code: not there"),
        ("data.sources", "The list of the training data: not there"),
        (
            "data.description.selection",
            "How the training data was obtained and selected: not there",
        ),
    ],
)
def test_its_title_is_a_sentence_that_begins_with_its_name(requirement, title):
    assert MISSING[requirement].title == title


def test_a_diagnostic_has_the_usual_remedy_or_that_of_its_cause():
    rule = NOT_APPLICABLE_REFUSED

    assert rule.at(("code",), "no").remedy == rule.remedy
    assert rule.at(("code",), "no", rule.remedy_for(CARRIED)).remedy == rule.remedies[0][1]
    with pytest.raises(KeyError):
        rule.remedy_for("on Sundays")


def test_each_way_of_asking_for_permission_has_its_rule():
    assert {access: rule.id for access, rule in ACCESS.items()} == {
        "gated": "access-gated",
        "approval": "access-approval",
    }


def test_an_honest_no_is_never_an_error():
    errors = {
        x.id for x in vars(components).values() if isinstance(x, Rule) and x.severity == ERROR
    }

    assert errors == {"base-cycle", "base-invalid"}
