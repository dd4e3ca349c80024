# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Prose as sentences and words: where they begin and end, and what is left out of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.prose import LIMIT, plain, said, sentences, words


def cut(text):
    return [one for one in sentences(text) if one]


def folded(text):
    return [word.folded for piece in words(text) for word in piece]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("One.Two", ["One", "Two"]),
        ("robots.txt and 1.5", ["robots.txt and 1.5"]),
        ('He said "no." Then he left.', ['He said "no.', "Then he left."]),
        ("One; two", ["One", "two"]),
        ("数据。文章\uff01", ["数据", "文章"]),
        ("مرحبا؟ نعم", ["مرحبا؟", "نعم"]),
        ("- one\n- two\n* three\n1. four\n2) five", ["one", "two", "three", "four", "five"]),
        ("one\ntwo", ["one two"]),
        ("  much \t space ", ["much space"]),
        ("one - two", ["one - two"]),
        ("One. - two", ["One.", "- two"]),
        ("1. one", ["one"]),
        ("- 1. one\n  - two\n-\nthree", ["one", "two", "three"]),
        ("- one\n  goes on\n\n- two", ["one goes on", "two"]),
        ("300 - 400\n2025. Then\n-5", ["300 - 400 2025.", "Then -5"]),
        ("Wait… what", ["Wait…", "what"]),
    ],
)
def test_sentences(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("length", "pieces"), [(4000, [4000]), (4001, [4000, 1]), (8001, [4000, 4000, 1])]
)
def test_a_long_sentence_is_read_in_pieces(length, pieces):
    assert [len(one) for one in cut("a" * length)] == pieces


def test_of_a_long_text_the_beginning_is_read():
    assert sum(map(len, sentences("a" * (LIMIT + 10)))) == LIMIT


@pytest.mark.parametrize("text", ["\n", " ", "\n ", "- ", "1. ", "\n- ", ". ", ".)", ";"])
@pytest.mark.usefixtures("ends")
def test_what_is_between_sentences_takes_no_time(text):
    assert len([*sentences("one" + text * LIMIT)]) <= LIMIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("?! - …", []),
        ("Web Pages", ["web", "pages"]),
        ("don't won\u2019t we've", ["dont", "wont", "weve"]),
        ("l'article d\u2019accord", ["l", "article", "d", "accord"]),
        ("s't", ["s", "t"]),
        ("1,000.5 tokens", ["1,000.5", "tokens"]),
        ("3T 7B", ["3", "t", "7", "b"]),
        ("c@t h!t $olid", ["cat", "hit", "olid"]),
        ("d@ta", ["data"]),
        ("snake_case", ["snake", "case"]),
        ("Größe naïve", ["große", "naive"]),
        ("\ufb01le \uff21\uff22\uff23", ["file", "abc"]),
        ("n\u200bot d\u00adone", ["not", "done"]),
        ("データをABC集めた", ["データを", "abc", "集めた"]),
    ],
)  # fmt: skip
def test_words_are_folded(text, expected):
    assert folded(text) == [plain(word).casefold() for word in expected]


def test_words_are_kept_as_written():
    (piece,) = words("The OSI, Größe")

    assert [word.written for word in piece] == ["The", "OSI", "Große".replace("ss", "ß")]
    assert [word.folded for word in piece] == ["the", "osi", "grosse"]


@pytest.mark.parametrize("mark", [", ", ": ", " (", ") ", " — ", " - ", "、", "\uff0c"])
def test_a_mark_before_a_word_is_a_break(mark):
    (piece,) = words(f"one{mark}two three")

    assert [word.after_break for word in piece] == [False, True, False]


@pytest.mark.parametrize("mark", [" ", "-", "/", ". ", ' "', "' "])
def test_other_marks_are_none(mark):
    (piece,) = words(f"one{mark}two")

    assert [word.after_break for word in piece] == [False, False]


def test_a_break_belongs_to_the_first_part_of_a_word_and_not_to_a_first_word():
    (piece,) = words("(l'un, l'article")

    assert [word.after_break for word in piece] == [False, False, True, False]


@pytest.mark.parametrize(
    "link",
    [
        "https://x.y/z",
        "http://x.y",
        "https://[::1]/x",
        "www.example.org",
        "arXiv:2401.00001",
        "10.1000/182",
        "doi:10.1000/182",
        "docs/data.md",
        "data.jsonl",
        "table.csv#L3",
        "model.py,",
        "example.org/x",
        "pkg:pypi/torch",
    ],
)
def test_an_address_or_a_path_is_one_link(link):
    (piece,) = words(f"see {link} there")

    assert [word.is_link for word in piece] == [False, True, False]
    assert piece[1].written == link


@pytest.mark.parametrize("text", ["e.g.", "and/or", "10.5", "md", "readme.mdx", "a.b", "1/2"])
def test_what_only_looks_like_one_is_not(text):
    assert not any(word.is_link for piece in words(f"see {text}") for word in piece)


def test_a_long_address_is_cut():
    (piece,) = words("https://x.y/" + "a" * 1000)

    assert [len(word.written) for word in piece] == [300]


@pytest.mark.parametrize(("number", "sizes"), [(120, [120]), (121, [120, 1]), (241, [120, 120, 1])])
def test_a_sentence_of_many_words_is_read_in_pieces(number, sizes):
    assert [len(piece) for piece in words("a " * number)] == sizes


@pytest.mark.parametrize(("written", "expected"), [("7", True), ("7th", True), ("seven", False)])
def test_a_figure_begins_with_a_digit(written, expected):
    (piece,) = words(written)

    assert piece[0].is_figure is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("web pages of web hosts", {"web": 1, "pages": 1, "of": 1, "hosts": 1}),
        ("300 tokens", {"300": 3, "tokens": 1}),
        ("see https://x.y", {"see": 1, "https://x.y": 3}),
        ("a 3 B model of x", {"3": 3, "b": 1, "model": 1, "of": 1}),
        ("日本語文章", {"日本": 1, "語文": 1}),
        ("語", {}),
    ],
)
def test_what_a_sentence_says_is_counted_once(text, expected):
    (piece,) = words(text)

    assert said(piece) == expected


@given(st.text())
def test_plain_text_has_no_accents_and_nothing_that_cannot_be_seen(text):
    made = plain(text)

    assert plain(made) == made
    assert unicodedata.is_normalized("NFC", made)
    assert "\u200b" not in made
    assert plain(text.encode("ascii", "ignore").decode()) == text.encode("ascii", "ignore").decode()


@given(st.text())
def test_sentences_and_words_lose_no_letter_of_plain_prose(text):
    kept = "".join(c for c in text if c.isascii() and (c.isalpha() or c == " "))
    joined = " ".join(sentences(kept))

    assert joined.split() == kept.split()
    assert folded(kept) == kept.lower().split()


@given(st.text())
def test_any_text_is_cut_into_words_that_were_written(text):
    for sentence in sentences(text):
        for piece in words(sentence):
            assert piece
            assert all(word.written for word in piece)
