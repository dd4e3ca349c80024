# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What words do in each language, which languages a sentence may be in, and mended spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.lexicon import (
    LATIN,
    RUNS,
    classes,
    data,
    languages,
    listed,
    mended,
    segmented,
)
from osaid_action.assessment.prose import Word, plain, words

ALL = (*LATIN, *RUNS, "ru", "ar")


def piece(text):
    (found,) = words(text)
    return found


def folded(found):
    return [word.folded for word in found]


def test_every_language_has_words_that_deny_and_words_that_tell():
    assert set(ALL) <= data().keys()
    for language in ALL:
        assert {"negation", "telling", "doing", "pointer", "empty"} <= data()[language].keys()


@pytest.mark.parametrize("key", ["ordinary", "points", "joining"])
def test_the_plain_lists_hold_words(key):
    assert len(listed(key)) > 5
    assert all(word == word.strip().casefold() for word in listed(key))


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "cannot", {"negation"}),
        ("en", "disclose", {"telling"}),
        ("en", "disclosure", {"telling"}),
        ("en", "disclo", set()),
        ("en", "hospital", set()),
        ("en", "secret", {"secrecy"}),
        ("de", "veroffentlicht", {"telling"}),
        ("fr", "not", set()),
        ("ru", "не", {"negation"}),
    ],
)
def test_a_word_is_known_by_itself_or_by_its_beginning(language, word, expected):
    assert classes(language, word) == expected


def test_a_word_can_do_several_things():
    assert classes("en", "published") >= {"telling"}
    assert classes("en", "found") >= {"pointer", "lead"}


def test_of_a_very_long_word_the_beginning_counts():
    assert classes("en", "disclos" + "e" * 1000) == {"telling"}


@pytest.mark.parametrize(
    ("word", "bare"), [("وننشر", "ننشر"), ("والمصادر", "مصادر"), ("للمصادر", "مصادر")]
)
def test_an_arabic_word_is_known_with_the_small_words_before_it(word, bare):
    assert classes("ar", word) == classes("ar", bare)


def test_a_short_arabic_word_is_not_taken_apart():
    assert "negation" in classes("ar", "\u0644\u0645")
    assert classes("ar", "\u0641\u0644") == set()


@pytest.mark.parametrize("word", ["ولم", "ولا", "ولن", "فلم", "وليس"])
def test_an_arabic_negation_is_one_after_and_too(word):
    assert "negation" in classes("ar", word)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "not disclosed", ["not", "disclosed"]),
        ("zh", "我们不公开数据", ["我们", "不", "公开", "数据"]),
        ("zh", "ABC不公开", ["abc", "不", "公开"]),
        ("zh", "葡萄", ["葡萄"]),
    ],
)
def test_runs_of_characters_are_cut_at_the_words_that_are_known(language, text, expected):
    assert folded(segmented(language, piece(text))) == expected


def test_only_the_first_part_of_a_run_stands_after_a_break():
    found = segmented("zh", piece("葡萄、不公开"))

    assert [word.after_break for word in found] == [False, True, False]


@given(
    st.sampled_from(RUNS), st.text(alphabet="不公开的数据葡萄공개합니다公開する。、 a1", min_size=1)
)
def test_cutting_loses_nothing(language, text):
    for found in words(text):
        assert "".join(folded(segmented(language, found))) == "".join(folded(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We do not disclose it", ["en"]),
        ("Wir sagen dazu nichts", ["de"]),
        ("Мы не раскрываем", ["ru"]),
        ("我们不公开数据", ["zh"]),
        ("公開していない", ["ja"]),
        ("공개하지 않음", ["ko"]),
        ("공개하지 않음 公開", ["ko"]),
        ("공개하지 않음 データ", ["ko", "ja"]),
        ("葡萄 not disclosed", ["zh", "en"]),
        ("xyzzy plugh", []),
    ],
)
def test_the_languages_of_a_sentence(text, expected):
    assert languages(piece(text)) == expected


def test_where_several_languages_know_as_many_words_each_is_read():
    found = languages(piece("no"))

    assert {"en", "es", "pt", "it"} & {*found} == {*found} & {"en", "es", "pt", "it"}
    assert len(found) > 1
    assert "ru" not in found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("disclosed", ["disclosed"]),
        ("undisclosed", ["undisclosed"]),
        ("nondisclosed", ["non", "disclosed"]),
        ("unpublicized", ["un", "publicized"]),
        ("nopublication", ["no", "publication"]),
        ("notpublished", ["not", "published"]),
        ("unhospital", ["unhospital"]),
        ("d1scl0sed", ["disclosed"]),
        ("pub1ished", ["published"]),
        ("discl\u043esed", ["disclosed"]),
        ("\u043de\u0442", ["\u043d\u0435\u0442"]),
        ("hosp1tal", ["hosp1tal"]),
        ("24", ["24"]),
    ],
)
def test_words_are_mended(written, expected):
    (word,) = piece(plain(written))

    assert folded(mended(word)) == expected


def test_a_link_is_left_as_it_is():
    link = Word("", "https://x.y", after_break=False)

    assert mended(link) == [link]


def test_a_mended_word_keeps_its_spelling_and_its_break():
    word = Word("n0tpublished", "N0tPublished", after_break=True)
    first, second = mended(word)

    assert (first.folded, first.written, first.after_break) == ("not", "N0tPublished", True)
    assert (second.folded, second.after_break) == ("published", False)


@given(st.text(min_size=1))
def test_any_word_is_mended(text):
    for found in words(text):
        for word in found:
            assert len(mended(word)) in (1, 2)
            assert languages([word]) == languages([word])
