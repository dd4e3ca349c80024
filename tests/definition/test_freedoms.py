# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The four freedoms: what each needs, and how they are asked for."""

import itertools

import pytest

from osaid_action.definition.freedoms import (
    FREEDOM_WORDS,
    LABELS,
    NEEDS,
    OSAID,
    TAKEN_BY_ACCESS,
    parse_required,
)
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
    assert len({*LABELS}) == len(LABELS) == 6
    assert LABELS.index("closed") < LABELS.index("open-weights") < LABELS.index("open-source-ai")


# ------------------------------------------------------------------ what is required


SOME = [words for number in range(1, 5) for words in itertools.permutations(FREEDOMS, number)]


@pytest.mark.parametrize("between", [",", " ", ", ", " ,\t", "\n"])
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_freedoms_are_read_in_any_order_case_and_with_commas_or_spaces(between, case):
    for words in SOME:
        read = parse_required(case(between.join(words)))

        assert read == tuple(freedom for freedom in FREEDOMS if freedom in words)


@pytest.mark.parametrize("text", ["all", "All", " all,", "osaid", "OSAID", "use, osaid", "all,all"])
def test_all_and_osaid_are_all_that_osaid_asks(text):
    assert parse_required(text) == (OSAID,)


@pytest.mark.parametrize("text", ["", ",", " \t,, \n"])
def test_none_is_no_answer(text):
    with pytest.raises(ValueError, match="no freedom is named; name some of use, study, modify"):
        parse_required(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("use fun", "'fun'"),
        ("uses", "'uses'"),
        ("all,no", "'all'"),
        ("use;share", "'use;share'"),
    ],
)
def test_another_word_is_named(text, wrong):
    with pytest.raises(
        ValueError,
        match=f"there is no freedom {wrong}; name some of .*, or osaid for all that OSAID asks$",
    ):
        parse_required(text)


def test_a_word_of_any_length_is_shown_short():
    with pytest.raises(ValueError, match="there is no freedom") as error:
        parse_required("x" * 1_000_000)

    assert len(str(error.value)) < 300
