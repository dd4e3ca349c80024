# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What counts as a word of a license text, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.license_text.words import clean, words_of


def words(text):
    return words_of(clean(text)).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("as-is", "as is"),
        ("the \u201cLicence\u201d", 'THE "License"'),
        ("Copyright (c) 2024", "Copyright \u00a9 2024"),
        ("(C) Copyright 2024", "copyright 2024"),
        ("a\r\nb\rc", "a b c"),
        ("\ufeffMIT", "MIT"),
        ("* **bold** _text_", "bold text"),
        ("research & development", "research and development"),
        ("https://fsf.org/", "<http://fsf.org>"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_the_same_words(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize(
    "text",
    [
        "\u975e",
        "100 %",
        "\u20ac",
        "\u200b",
        "\u202e",
        "~~x",
        "<!--",
        "-->",
        "<b>",
        "]: x",
        "\u0336",
        "\U0001f6ab",
        "\u2260",
        "\x08",
    ],
)
def test_what_counts(text):
    assert len(words(f"may {text} be")) > 2


@given(st.text(max_size=200))
def test_words_are_where_they_are_said_to_be(text):
    found = words_of(clean(text))

    assert all(found.text[a:b] for a, b in zip(found.starts, found.ends, strict=True))
    assert found.starts == sorted(found.starts)
    assert [found.line(at) for at in range(len(found.words))] == sorted(
        found.line(at) for at in range(len(found.words))
    )


@given(st.characters(categories=["L", "N", "So", "Sm", "Sc", "Cf", "Mn"]))
def test_no_letter_digit_or_sign_is_dropped(character):
    dropped = set("\ufeff\u00a9\u00ae\u00b4\u2122^|~<>=`") | {
        chr(at) for at in range(0x25A0, 0x25D0)
    }

    assert words(f"a {character} b") != ["a", "b"] or character in dropped
