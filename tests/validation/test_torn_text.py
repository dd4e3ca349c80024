# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Sentences in braces without quotes: which one is torn, and how it is written whole."""

import json
import re

import pytest
import yaml  # noqa: TID251 - what a remedy says is read back

from osaid_action.check import check
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.torn_text import torn_beyond_reading

HEAD = 'open_ai_system: "1.0"\nsystem: {name: Heron}\n'
SENTENCES = [
    "Posts of the forum, scraped in May 2026, and English Wikipedia.",
    "No labels, plain text",
    "1,200 leaves, 240 of each kind",
    "Three kinds, namely: oak, beech, lime",
    "What we had, split by hand: 90 for training",
    "Heron: a model, of mine",
    "Two kinds: posts and pages",
    "Posts [2019] and more",
    "Posts {2019}, and more",
    "The #1 corpus of all",
    '"Books" were bought',
    "Read https://example.org/a, then b",
]
PLACES = {
    "data: {{description: {{scope: {{text: {}, license: MIT}}}}}}": "text",
    "data: {{description: {{labeling: {{not_applicable: {}}}}}}}": "not_applicable",
    "code:\n  training:\n    - {{not_released: {}}}": "not_released",
    "data: {{sources: [{{name: {}, availability: public}}]}}": "name",
    "data: {{sources: [{{name: a, availability: unshareable, description: {}}}]}}": "description",
    "code: {{training: {{location: a, notes: {}}}}}": "notes",
    "declared: {{by: {}, role: producer}}": "by",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_one_sentence_is_told_and_shown_whole(sentence, place):
    (found,) = check((HEAD + place.format(sentence)).encode(), "x.yaml").findings
    mended = re.fullmatch(r"put the text in quotes: `(.*)`", found.remedy)[1]

    assert yaml.safe_load(mended) == {PLACES[place]: sentence}
    assert f"`{PLACES[place]}`" in found.message
    assert (
        check((HEAD + place.format(json.dumps(sentence))).encode(), "x.yaml").verdict != "invalid"
    )


@pytest.mark.parametrize(
    "text",
    [
        "code: {zebra}",
        "code:\n  zebra:",
        "code: {training: {location: a, zebra: b}}",
        "code: {training: {location: a, zebra: ~}}",
        "data: {sources: [{name: a, availability: open, zebra}]}",
        "code: {inference: {zebra, location: a}}",
    ],
)
def test_a_key_that_is_no_piece_of_a_text_is_unknown(text):
    (found,) = check((HEAD + text).encode(), "x.yaml").findings

    assert found.message.startswith("unknown key `zebra`")


def test_several_locations_are_a_list():
    text = f"{HEAD}code: {{training: {{location: a.py, b.py}}}}"
    (found,) = check(text.encode(), "x.yaml").findings

    assert "`training: [{location: a.py}, {location: b.py}]`" in found.remedy


def test_a_license_is_written_by_its_id():
    text = f"{HEAD}parameters: {{weights: {{location: a, license: Apache License, Version 2.0}}}}"
    (found,) = check(text.encode(), "x.yaml").findings

    assert found.remedy == "write `license: Apache-2.0`"


@pytest.mark.parametrize("text", ["a, 2019, 2020", "a, b and c, b and c"])
def test_keys_that_cannot_be_read_may_be_pieces_too(text):
    body = f"{HEAD}code: {{training: {{not_released: {text}}}}}"
    (found,) = check(body.encode(), "x.yaml").findings

    assert "if it is a part of a text, put the whole text in quotes" in found.remedy


def test_a_text_in_quotes_may_be_followed_by_pieces():
    body = f'{HEAD}code: {{training: {{not_released: "a", b c}}}}'
    (found,) = check(body.encode(), "x.yaml").findings

    assert found.remedy == 'put the text in quotes: `not_released: "a, b c"`'


def test_in_a_block_too_a_quote_may_end_early():
    body = f'{HEAD}data:\n  description:\n    scope:\n      text: "Books" were bought\n'
    (found,) = check(body.encode(), "x.yaml").findings

    assert found.remedy == r'put the text in quotes: `text: "\"Books\" were bought"`'


@pytest.mark.parametrize(
    "line", ["a: {b: c: d}", "text: a", "x: {text: open", "x: {text: }", "", "{text:"]
)
def test_where_no_text_is_torn_nothing_is_said(line):
    assert torn_beyond_reading(line, len(line), 0) is None


def test_every_key_for_prose_is_known_here():
    names = {key.name for key in keys()}

    assert set(PLACES.values()) <= names


def test_a_text_in_a_thousand_pieces_is_told_by_its_first():
    text = ", ".join(f"piece {number}" for number in range(1000))
    body = f"{HEAD}code: {{training: {{not_released: {text}}}}}"
    first, *_ = check(body.encode(), "x.yaml").findings

    assert first.remedy.startswith('put the text in quotes: `not_released: "piece 0, piece 1, ')
    assert len(first.remedy) < 500
