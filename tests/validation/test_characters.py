# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes → text: UTF-8 alone, and no character that hides, reorders or commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.validation.characters import decoded, forbidden, place_in
from osaid_action.validation.document import Unreadable


def refused(data):
    with pytest.raises(Unreadable) as caught:
        decoded(data)
    found = caught.value.diagnostic
    return found.rule.id, found.line, found.column


@pytest.mark.parametrize("text", ["", "a: b", "é\t中\r\n\U0001f600", "\u202e\u200b", "\u00a0"])
def test_plain_text_is_as_it_was_with_or_without_a_byte_order_mark(text):
    assert decoded(text.encode()) == text
    assert decoded(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a" * (MAX_DECLARATION_BYTES + 1), ("too-large", 1, 1)),
        ("a".encode("utf-16-le"), ("control-character", 1, 2)),
        ("a".encode("utf-16"), ("not-utf-8", 1, 1)),
        (b"\xfe\xff\0a", ("not-utf-8", 1, 1)),
        (b"\xff", ("not-utf-8", 1, 1)),
        (b"ab\xe4", ("not-utf-8", 1, 3)),
        ("é\n中".encode() + b"\x80", ("not-utf-8", 2, 2)),
        (b"\xef\xbb\xbfa\x80", ("not-utf-8", 1, 2)),
        (b"\xed\xa0\x80", ("not-utf-8", 1, 1)),
    ],
)
def test_what_is_no_plain_utf_8_is_refused_at_its_place(data, expected):
    assert refused(data) == expected


def test_as_much_as_may_be_is_read():
    assert len(decoded(b"a" * MAX_DECLARATION_BYTES)) == MAX_DECLARATION_BYTES


def test_the_limit_and_the_byte_are_named():
    with pytest.raises(Unreadable, match="larger than 2 MiB"):
        decoded(b"a" * (MAX_DECLARATION_BYTES + 1))
    with pytest.raises(Unreadable, match="byte 0xe4 "):
        decoded(b"ab\xe4c")


@pytest.mark.parametrize(
    "character",
    ["\0", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\x7f", "\x85", "\x9f", "\u2028", "\u2029",
     "\ufeff", "\ufffe", "\uffff"],
)  # fmt: skip
def test_a_character_that_cannot_be_seen_is_refused_where_it_stands(character):
    assert refused(f"a: 1\nb: {character}c".encode()) == ("control-character", 2, 4)
    with pytest.raises(Unreadable, match=f"U\\+{ord(character):04X} "):
        decoded(f"a{character}".encode())


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", (1, 1)),
        ("ab", (1, 3)),
        ("ab\n", (2, 1)),
        ("ab\r\ncd", (2, 3)),
        ("ab\rcd\r", (3, 1)),
        ("\n\r", (3, 1)),
        ("\ufeffab", (1, 3)),
        ("a\n\ufeffb", (2, 3)),
        ("a\u2028b", (1, 4)),
    ],
)
def test_the_place_of_what_follows(before, place):
    assert place_in(before) == place


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ""),
        ("plain é \U0001f600", ""),
        ("a\tb\nc\r", ""),
        ("\u202e\u2028\ufeff", ""),
        ("a\x07b\x00", "\x07"),
        ("\x85", "\x85"),
        ("a\ud800", "\ud800"),
    ],
)
def test_what_no_value_can_hold_though_an_escape_wrote_it(value, expected):
    assert forbidden(value) == expected


@given(st.binary())
def test_any_bytes_are_text_or_refused_with_a_place(data):
    try:
        text = decoded(data)
    except Unreadable as error:
        assert (error.diagnostic.line, error.diagnostic.column) >= (1, 1)  # noqa: PT017 - either
    else:
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
        assert not forbidden(text)
