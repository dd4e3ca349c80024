# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How places, values and kinds are called in messages."""

from types import SimpleNamespace

import pytest

from osaid_action.validation.schema_words import (
    called,
    described,
    kind_of,
    kinds_wanted,
    one_level_up,
    quoted,
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("code", "training"), "`training`"),
        (("data", "sources", 3), "an entry of `sources`"),
        (("data", "sources", 3, "name"), "`name`"),
        ((), "the file"),
    ],
)
def test_a_place_is_called_by_its_last_key(path, name):
    assert called(path) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        (0, "a number"),
        (1.5, "a number"),
        ({}, "a mapping"),
        ([], "a list"),
        ("", "text"),
    ],
)
def test_the_kind_of_a_value(value, name):
    assert kind_of(value) == name


def error(validator, *parts):
    return SimpleNamespace(validator=validator, validator_value=parts, schema=parts[0])


@pytest.mark.parametrize(
    ("wrong", "kinds"),
    [
        (error("type", {"type": "string"}), ["text"]),
        (error("type", {"type": ["object", "array"]}), ["a mapping", "a list"]),
        (error("anyOf", {"type": "string"}, {"type": "object"}, {}), ["text", "a mapping"]),
        (error("anyOf", {"type": "null"}, {"type": "boolean"}), ["true or false"]),
        (error("enum", {"enum": ["a"]}), ["text"]),
    ],
)
def test_the_kinds_that_would_do(wrong, kinds):
    assert kinds_wanted(wrong) == kinds


def test_a_long_word_is_cut():
    assert quoted("word") == "`word`"
    assert len(quoted("x" * 1000)) < 100


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("What it is. And more.", "What it is"),
        ("What it is.", "What it is"),
        ("A date, in quotes: so.", "A date"),
        ("", ""),
    ],
)
def test_a_part_is_described_by_its_first_sentence(text, first):
    assert described({"description": text}) == first
    assert described({}) == ""


@pytest.mark.parametrize(
    ("values", "entries"),
    [
        (["a"], "{location: a}"),
        (["a", "b", "c"], "{location: a}, {location: b}, {location: c}"),
        (["a", "b", "c", "d"], "{location: a}, {location: b}, {location: c}, …"),
    ],
)
def test_several_locations_are_a_list_of_entries(values, entries):
    expected = f"several are a list of entries: `training: [{entries}]`"

    assert one_level_up(values, ("code", "training", "location")) == expected


def test_long_locations_are_cut():
    assert len(one_level_up(["x" * 1000] * 3, ("code", "training", "location"))) < 250
