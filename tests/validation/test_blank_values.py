# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A key with nothing behind it is as if it were not there; what an entry needs is told."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # noqa: TID251 - what editors follow

from osaid_action.check import check
from osaid_action.validation.blank_values import without_blanks
from osaid_action.validation.schema import schema, schema_text
from osaid_action.validation.yaml_reader import read
from tests.made import GONE, WHOLE, dumped, freedoms, report, rules

PARENT = {"name": "Base", "relation": "finetune"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, {}),
        (None, None),
        ([None], [None]),
        ({"code": {"training": None}}, {"code": {"training": None}}),
        ({"code": {"training": {"license": None}}}, {"code": {"training": {}}}),
        (
            {"code": {"training": [{"access": None, "location": "a"}]}},
            {"code": {"training": [{"location": "a"}]}},
        ),
        ({"system": {"name": None, "producer": None}}, {"system": {"name": None}}),
        ({"x-own": {"license": None}}, {"x-own": {"license": None}}),
        (
            {"parameters": {"weights": {"licence": None}}},
            {"parameters": {"weights": {"licence": None}}},
        ),
    ],
)
def test_what_is_left(data, expected):
    assert without_blanks(data) == expected


@pytest.mark.parametrize(
    "place",
    [
        "parameters.weights.license",
        "parameters.weights.access",
        "parameters.weights.further_terms",
        "parameters.weights.asserted_free",
        "code.training.settings",
        "data.sources.0.because",
        "data.sources.0.license",
        "licenses.code",
        "system.producer",
    ],
)
def test_a_blank_is_judged_as_what_is_left_out(place):
    blank = report({place: None})
    left_out = report({place: GONE} if _is_there(place) else {})

    assert blank.valid
    assert (freedoms(blank), blank.verdict) == (freedoms(left_out), left_out.verdict)


def _is_there(place):
    return place.endswith(("license", "settings", "licenses.code"))


@pytest.mark.parametrize(
    "changes",
    [
        {"data.sources.0.availability": None},
        {"system.name": None},
        {"built_on": [{**PARENT, "relation": None}]},
        {"parameters.weights": {"not_released": None}},
        {"parameters.weights.licence": None},
        {"parameters.weights.license_file": [None]},
    ],
)
def test_what_an_entry_needs_and_what_is_unknown_is_told(changes):
    assert rules(report(changes), "error")


# ------------------------------------------------------------------ the published schema


HERE = Path(__file__).parents[1]
PUBLISHED = Draft202012Validator(json.loads(schema_text()))
FILES = [
    *sorted((HERE.parent / "examples").glob("*/OPEN_AI_SYSTEM.yaml")),
    *sorted((HERE / "declarations" / "good").glob("*.yaml")),
]
FULL = {
    **WHOLE,
    "declared": {"by": "A", "role": "producer", "date": "2026-11-22"},
    "built_on": [
        {"name": "Base", "relation": "finetune", "license": "MIT", "further_terms": ["a", "b"]}
    ],
}
EMPTY = [None, "", [], {}, [None], " ", "TODO"]


def places(value, path=()):
    """The path of each value inside a value."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield (*path, key)
        if isinstance(value[key], dict | list):
            yield from places(value[key], (*path, key))


def changed(start, path, value):
    data = copy.deepcopy(start)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return data


def is_valid(data):
    return check(dumped(data), "OPEN_AI_SYSTEM.yaml").valid


STARTS = [FULL, *(read(path.read_bytes()).data for path in FILES)]
EVERYWHERE = [(start, path) for start in STARTS for path in places(start)]
ENTRIES = {
    "a component": ("code", "training"),
    "weights": ("parameters", "weights"),
    "a description": ("data", "description", "provenance"),
    "a whole description": ("data", "description"),
    "a source": ("data", "sources", 0),
    "a base": ("built_on", 0),
    "who declares": ("declared",),
    "the system": ("system",),
    "the licenses": ("licenses",),
}
KEYS = sorted(
    {path[-1] for _, path in EVERYWHERE if isinstance(path[-1], str)} - {"x-lab", "x-ours"}
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_declaration_is_accepted(path):
    assert PUBLISHED.is_valid(read(path.read_bytes()).data)


@given(st.sampled_from(EVERYWHERE), st.sampled_from(EMPTY))
@settings(max_examples=200)
def test_what_the_tool_calls_valid_the_schema_accepts(place, value):
    data = changed(*place, value)

    assert PUBLISHED.is_valid(data) or not is_valid(data)


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("key", KEYS)
def test_null_is_accepted_by_both_or_by_none(entry, key):
    path = ENTRIES[entry]
    start = FULL
    if entry == "a whole description":
        start = changed(FULL, path, {"text": "Letters of 40 sailors, typed by volunteers."})
    elif entry in ("a component", "weights", "a description"):
        start = changed(FULL, path, {"location": "src/"})
    data = changed(start, (*path, key), None)

    assert PUBLISHED.is_valid(data) is is_valid(data)


def test_what_is_refused_is_refused_by_both():
    data = changed(FULL, ("system", "name"), None)

    assert not PUBLISHED.is_valid(data)
    assert not is_valid(data)


def test_the_schema_that_is_followed_differs_in_null_alone():
    followed = Draft202012Validator(schema())
    data = changed(FULL, ("declared", "by"), None)

    assert PUBLISHED.is_valid(data)
    assert not followed.is_valid(data)
    assert followed.is_valid(FULL)
