# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Sentences that plainly limit, wherever they stand in a text, and those that do not."""

import pytest

from osaid_action.license_text.limits import MOST, limits

LIMITING = [
    "You may not use the model to harm people.",
    "It must not be deployed for military targets.",
    "This work may\nnot be used\tin any commercial product.",
    "No commercial redistribution.",
    "It is free, except for commercial use.",
    "For research use only.",
    "Internal evaluation only.",
    "Use by companies is strictly prohibited.",
    "You must obtain a separate license first.",
    "Das Modell ist nur für die Forschung.",
    "仅供研究使用。",
]
NOTHING = [
    "This product includes software developed at the Foundation.",
    "You may not use the name of the authors.",
    "People may use it, and not only at home.",
    "It may not. Use it with people.",
    "Commercial support is sold by others; use it or not.",
    "",
]


@pytest.mark.parametrize("sentence", LIMITING)
def test_a_sentence_that_limits_is_found_wherever_it_stands(sentence):
    words = "Parts of it come from others and are named here, each with its year. "

    assert limits(sentence)
    for before in (1, 100, 1000):
        assert limits(f"{words * before}{sentence} {words}")
        assert limits(f"{words * before}\n\n* {sentence}\n")


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_limits_nothing_is_not(sentence):
    assert not limits(sentence)
    assert not limits(" ".join([sentence] * 50))


@pytest.mark.parametrize(("gap", "is_found"), [(1, True), (7, True), (15, False), (40, False)])
def test_a_denial_reaches_some_words_far(gap, is_found):
    far = "elephant " * gap

    assert limits(f"You may not {far}use it to harm people.") is is_found
    assert limits(f"You may not use it {far}to harm people.") is is_found


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("words", ["may not use ", "use people ", "not research ", "only use "])
def test_what_nearly_limits_at_every_word_is_read_to_its_end(words):
    assert not limits(words.replace("only", "at") * (MOST // len(words)))


def test_a_text_is_read_as_far_as_that():
    for end, is_found in ((MOST, True), (MOST + 60, False)):
        assert limits("a" * (end - 60) + " For research use only.") is is_found
