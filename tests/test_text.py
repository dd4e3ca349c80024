# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words in a line: any text of an author's comes out as one line of bounded length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.text import in_brackets, join_words, plural, quotes_cut, shorten

WORDS = st.lists(st.text("abc", min_size=1), min_size=1)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["use"], "use"),
        (["use", "study"], "use and study"),
        (["use", "study", "modify"], "use, study and modify"),
        (("a", "b", "c", "d"), "a, b, c and d"),
    ],
)
def test_words_are_joined_as_a_sentence_lists_them(words, line):
    assert join_words(words) == line


@given(WORDS)
def test_every_word_is_there_once_in_order(words):
    assert join_words(words).replace(" and ", ", ").split(", ") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 errors"),
        (1, "1 error"),
        (2, "2 errors"),
        (11, "11 errors"),
        (21, "21 errors"),
        (1234, "1,234 errors"),
    ],
)
def test_only_one_is_singular(number, words):
    assert plural(number, "error") == words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" \n ", ""),
        ("two  words\nin\tthree lines ", "two words in three lines"),
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 119 + "…"),
        (" " * 200 + "x", "x"),
    ],
)
def test_a_text_is_one_line_of_at_most_120_characters(text, line):
    assert shorten(text) == line


@given(st.text(), st.text(max_size=200))
def test_what_is_cut_begins_the_text_and_says_that_it_goes_on(first, last):
    whole = " ".join(f"{first} {last}".split())
    line = shorten(f"{first}\n{last}")

    assert len(line) <= 120
    assert line == whole or (line[-1] == "…" and len(line) > 60 and len(whole) > 120)
    assert whole.startswith(line.removesuffix("…").rstrip())


def test_what_is_cut_is_cut_behind_a_word():
    assert shorten("word, " * 40) == f"{'word, ' * 19}word …"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("short (reason given: “a b”)", "short (reason given: “a b”)"),
        (f"x (reason given: “{'word ' * 40}”) y", f"x (reason given: “{'word ' * 23}word …”) y"),
        ("word " * 40, "word " * 39 + "word"),
        (f"”{'word ' * 40}“", f"”{'word ' * 23}word …“"),
    ],
)
def test_long_quotes_of_a_message_are_cut_and_nothing_else(message, shown):
    assert quotes_cut(message) == shown


@given(st.text())
def test_no_message_is_too_long_to_be_told(text):
    assert len(quotes_cut(f"“{text * 50}” {text * 50}")) <= 1202


@pytest.mark.parametrize(
    ("why", "shown"),
    [
        ("", ""),
        (" \n", ""),
        ("too big", " (reason given: “too big”)"),
        ("a\nb", " (reason given: “a b”)"),
    ],
)
def test_a_reason_is_shown_in_brackets_if_there_is_one(why, shown):
    assert in_brackets(why) == shown


def test_a_long_reason_is_whole_in_its_brackets():
    assert in_brackets("x " * 1000) == f" (reason given: “{'x ' * 999}x”)"
