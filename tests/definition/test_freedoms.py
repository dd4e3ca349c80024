# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The four freedoms: each needs something that is asked for."""

import pytest

from osaid_action.definition.freedoms import FREEDOM_WORDS, LABELS, NEEDS, TAKEN_BY_ACCESS
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.model import FREEDOMS


def needed_to(freedom):
    return {component for component, freedoms in NEEDS.items() if freedom in freedoms}


def test_every_requirement_is_needed_for_some_freedom():
    assert list(NEEDS) == [requirement.id for requirement in REQUIREMENTS]
    assert all(NEEDS.values())


@pytest.mark.parametrize("freedoms", [*NEEDS.values(), TAKEN_BY_ACCESS])
def test_freedoms_are_named_once_in_the_definitions_order(freedoms):
    assert list(freedoms) == [freedom for freedom in FREEDOMS if freedom in freedoms]


def test_to_use_and_to_share_need_what_runs():
    assert needed_to("use") == needed_to("share")
    assert needed_to("use") == {"code.libraries", "code.inference", "parameters.weights"}


def test_to_study_needs_all_and_to_modify_all_but_inference():
    assert needed_to("study") == {*NEEDS}
    assert needed_to("modify") == {*NEEDS} - {"code.inference"}


def test_each_freedom_is_said_in_words_that_begin_with_it():
    assert list(FREEDOM_WORDS) == [*FREEDOMS]
    assert all(words.startswith(f"{freedom} ") for freedom, words in FREEDOM_WORDS.items())


def test_no_rung_of_the_ladder_stands_twice():
    assert len({*LABELS}) == len(LABELS) == 5
    assert LABELS.index("closed") < LABELS.index("open-weights") < LABELS.index("open-source-ai")
