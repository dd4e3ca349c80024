# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whose word a declaration is: by its role, or by the names that it gives."""

import pytest

from osaid_action.assessment.third_party import folded, is_third_party, unsupported
from osaid_action.validation.loader import load
from tests.made import whole


@pytest.mark.parametrize(
    ("role", "by", "producer", "expected"),
    [
        ("third-party", "A lab", "A lab", True),
        ("third-party", "", None, True),
        ("producer", "A lab", "A lab", False),
        ("producer", "A critic", "A lab", True),
        ("producer", " a  LAB ", "A lab", False),
        ("producer", "A critic", None, False),
        ("producer", "", "A lab", False),
        ("", "A critic", "A lab", True),
        ("", "A lab", "A lab", False),
        ("", "", None, False),
    ],
)
def test_a_third_party_says_so_or_has_another_name_than_the_producer(role, by, producer, expected):
    declaration = load(whole())._replace(role=role, declared_by=by)
    declaration = declaration._replace(system=declaration.system._replace(producer=producer))

    assert is_third_party(declaration) is expected


@pytest.mark.parametrize("name", ["A Lab", "a lab", "  A\tLAB\n", "a \u00a0 lab"])
def test_names_are_compared_without_case_and_white_space(name):
    assert folded(name) == "a lab"


def test_a_sharp_s_is_the_same_in_capitals():
    assert folded("Straße") == folded("STRASSE")


def test_a_word_without_a_source_is_told_where_it_stands():
    said = unsupported(("code", "training"), "the excuse")

    assert (said.rule.id, said.path) == ("third-party-word", ("code", "training"))
    assert said.message.startswith("the excuse is ")
