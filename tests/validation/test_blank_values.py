# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A key with nothing behind it is as if it were not there; what an entry needs is told."""

import pytest

from osaid_action.validation.blank_values import without_blanks
from tests.made import GONE, freedoms, report, rules

PARENT = {"name": "Base", "relation": "finetune"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, {}),
        (None, None),
        ([None], [None]),
        ({"code": {"training": None}}, {"code": {"training": None}}),
        ({"code": {"training": {"license": None}}}, {"code": {"training": {}}}),
        (
            {"code": {"training": [{"access": None, "location": "a"}]}},
            {"code": {"training": [{"location": "a"}]}},
        ),
        ({"system": {"name": None, "producer": None}}, {"system": {"name": None}}),
        ({"x-own": {"license": None}}, {"x-own": {"license": None}}),
        (
            {"parameters": {"weights": {"licence": None}}},
            {"parameters": {"weights": {"licence": None}}},
        ),
    ],
)
def test_what_is_left(data, expected):
    assert without_blanks(data) == expected


@pytest.mark.parametrize(
    "place",
    [
        "parameters.weights.license",
        "parameters.weights.access",
        "parameters.weights.further_terms",
        "parameters.weights.asserted_free",
        "code.training.settings",
        "data.sources.0.because",
        "data.sources.0.license",
        "licenses.code",
        "system.producer",
    ],
)
def test_a_blank_is_judged_as_what_is_left_out(place):
    blank = report({place: None})
    left_out = report({place: GONE} if _is_there(place) else {})

    assert blank.valid
    assert (freedoms(blank), blank.verdict) == (freedoms(left_out), left_out.verdict)


def _is_there(place):
    return place.endswith(("license", "settings", "licenses.code"))


@pytest.mark.parametrize(
    "changes",
    [
        {"data.sources.0.availability": None},
        {"system.name": None},
        {"built_on": [{**PARENT, "relation": None}]},
        {"parameters.weights": {"not_released": None}},
        {"parameters.weights.licence": None},
        {"parameters.weights.license_file": [None]},
    ],
)
def test_what_an_entry_needs_and_what_is_unknown_is_told(changes):
    assert rules(report(changes), "error")
