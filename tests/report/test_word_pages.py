# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` on words and on keys."""

import pytest

from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.rules.examples import Example
from osaid_action.definition.words import KINDS, Word, words
from osaid_action.report.word_pages import (
    example_blocks,
    keys_data,
    keys_page,
    words_data,
    words_page,
    yaml_block,
)
from osaid_action.validation.schema_keys import Key, keys

WORD = Word("concept", "thing", "What it is.", also=("it",), url="https://x.y")


@pytest.mark.parametrize("word", words(), ids=lambda word: f"{word.kind}-{word.id}")
def test_every_word_has_a_page_that_says_what_kind_it_is(word):
    lines = words_page([word]).splitlines()

    assert lines[:3] == [word.id, KINDS[word.kind], ""]
    assert " ".join(word.text.split()) in " ".join(" ".join(lines).split())
    assert ("the ladder, highest rung first:" in lines) is (word.kind == "label")
    assert (f"more: osaid explain {word.rule}" in lines) is bool(word.rule)
    assert lines[-1].strip()


def test_a_page_in_full():
    assert words_page([WORD]) == f"thing\n{KINDS['concept']}\n\nWhat it is.\n\nhttps://x.y"


def test_a_word_in_two_places_has_both_on_its_page():
    one = words_page([WORD])

    assert words_page([WORD, WORD]) == f"{one}\n\n{one}"


def test_a_label_stands_on_its_ladder_with_the_highest_rung_first():
    lines = words_page([Word("label", LABELS[0], "Nothing.")]).splitlines()
    rungs = lines[lines.index("the ladder, highest rung first:") + 1 :]

    assert [line.split()[-1] for line in rungs if line] == [*reversed(LABELS)]
    assert [line.split()[-1] for line in rungs if "→" in line] == [LABELS[0]]


def test_a_words_own_yaml_goes_before_that_of_its_rule():
    own = Word("concept", "x", "X.", rule="placeholder", wrong="a: 1\n", right="a: 2\n")
    theirs = own._replace(wrong="", right="")

    assert "  a: 1" in words_page([own]).splitlines()
    assert "this is wrong:" in words_page([theirs]).splitlines()
    assert "  a: 1" not in words_page([theirs]).splitlines()


def test_words_as_data():
    assert words_data([WORD]) == [{**WORD._asdict(), "also": ["it"]}]


def test_an_example_is_what_is_wrong_and_what_is_right():
    lines = [*example_blocks(Example("a: 1\n\nb: 2\n", "a: 2\n"), "no", "yes")]

    assert lines == ["no:", "", "  a: 1", "", "  b: 2", "", "yes:", "", "  a: 2", ""]
    assert [*yaml_block("t", "")] == ["t:", "", ""]


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.place)
def test_every_key_has_a_page(key):
    lines = keys_page([key]).splitlines()

    assert lines[0] == key.place
    assert ("required there" in lines[1]) is key.required
    assert lines[3:]


KEY = Key("code.training", "Where.", (), (), required=False)


def test_a_key_that_means_the_same_in_places_is_told_once():
    same, other = KEY._replace(place="code.validation"), KEY._replace(description="When.")
    page = keys_page([KEY, other, same])

    assert page.count("Where.") == 1
    assert "a key of the file, and in 1 more place\n" in page
    assert [(one["place"], one["places"]) for one in keys_data([KEY, other, same])] == [
        ("code.training", ["code.training", "code.validation"]),
        ("code.training", ["code.training"]),
    ]


def test_what_a_key_can_be_and_an_example_are_shown():
    page = keys_page([KEY._replace(values=("a", "b"), examples=("x",))])

    assert "it can be: a or b" in page
    assert page.endswith("for example:\n\n  training: x")
