# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The four freedoms: how they are asked for."""

import itertools

import pytest

from osaid_action.definition.freedoms import parse_required
from osaid_action.model import FREEDOMS

SOME = [words for number in range(1, 5) for words in itertools.permutations(FREEDOMS, number)]


@pytest.mark.parametrize("between", [",", " ", ", ", " ,\t", "\n"])
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_freedoms_are_read_in_any_order_case_and_with_commas_or_spaces(between, case):
    for words in SOME:
        read = parse_required(case(between.join(words)))

        assert read == tuple(freedom for freedom in FREEDOMS if freedom in words)


@pytest.mark.parametrize("text", ["all", "All", " all,", "all,all"])
def test_all_is_every_one(text):
    assert parse_required(text) == FREEDOMS


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
        ("use, all", "'all'"),
        ("use;share", "'use;share'"),
    ],
)
def test_another_word_is_named(text, wrong):
    with pytest.raises(ValueError, match=f"there is no freedom {wrong}; name some of .*, or all$"):
        parse_required(text)


def test_a_word_of_any_length_is_shown_short():
    with pytest.raises(ValueError, match="there is no freedom") as error:
        parse_required("x" * 1_000_000)

    assert len(str(error.value)) < 300
