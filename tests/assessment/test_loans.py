# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each model lends is told one by one, with the findings that made it."""

import pytest

from osaid_action.model import FREEDOMS, worst
from tests.made import dumped, report, whole

OPEN = {"name": "Open", "relation": "included", "license": "MIT"}
LIMITED = {"name": "Limited", "relation": "finetune", "license": "llama2"}
GATED = {"name": "Gated", "relation": "adapter", "license": "MIT", "access": "gated"}
TEACHER = {"name": "Teacher", "relation": "teacher", "location": "https://example.org/t"}


def lent(*models):
    made = report({"built_on": list(models)})
    return made, {one.model.name: one for one in made.built_on}


def word(loan):
    return " ".join(loan.lends[freedom].value for freedom in FREEDOMS)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (OPEN, "met undecided undecided met"),
        (LIMITED, "unmet undecided unmet unmet"),
        (GATED, "unmet unmet undecided met"),
    ],
)
def test_a_model_lends_what_it_has(model, expected):
    made, loans = lent(model)
    loan = loans[model["name"]]

    assert word(loan) == expected
    assert loan.verdict is None
    ids = {finding.id for finding in made.findings}
    assert loan.reasons
    assert {*loan.reasons} <= ids


def test_a_teacher_lends_nothing():
    _, loans = lent(TEACHER)

    assert loans["Teacher"].lends is None
    assert loans["Teacher"].reasons == ()


def test_together_they_take_no_more_than_each_alone():
    made, loans = lent(OPEN, LIMITED, GATED, TEACHER)

    assert [one.model.name for one in made.built_on] == ["Open", "Limited", "Gated", "Teacher"]
    for freedom in FREEDOMS:
        least = worst(one.lends[freedom] for one in loans.values() if one.lends)
        assert worst([least, made.freedoms[freedom].outcome]) is made.freedoms[freedom].outcome


def test_its_own_verdict_is_told_where_its_declaration_is_here(home):
    base = whole()
    model = {"name": base["system"]["name"], "relation": "included", "declaration": "b.yaml"}
    made = report({"built_on": [model]}, home({"b.yaml": dumped(base).decode()}))

    (loan,) = made.built_on
    assert loan.verdict == "met"
    assert word(loan) == "met met met met"
    assert loan.reasons == ()


def test_what_is_built_on_nothing_has_no_loans():
    assert report().built_on == ()
