# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values of a valid file → Declaration."""

from pathlib import Path

import pytest

from osaid_action.validation.loader import (
    CODE,
    DESCRIPTION,
    DOCUMENTS,
    PARAMETERS,
    is_placeholder,
    load,
)
from osaid_action.validation.schema import schema
from osaid_action.validation.yaml_reader import read
from tests.made import whole

EVERY_KEY = Path(__file__).parents[1] / "declarations" / "good" / "every-key.yaml"


@pytest.fixture(scope="module")
def every():
    return load(read(EVERY_KEY.read_bytes()).data)


def test_nothing_that_is_judged_is_lost(every):
    training = every.components["code.training"].parts[0]

    assert every.system.name == "Model"
    assert (every.declared_by, every.role, every.declared_date) == (
        "A lab",
        "third-party",
        "2026-11",
    )
    assert every.licenses == {"code": "MIT OR Apache-2.0", "documents": "CC-BY-4.0"}
    assert training.location == "https://git.example.org/lab/model/train"
    assert (training.license, training.revision, training.access) == ("MIT", "v1", "open")
    assert [where.rpartition("/")[2] for _, where in training.settings] == ["a.yaml", "b.yaml"]
    assert every.components["parameters.weights"].parts[0].asserted_free.location.endswith("/free")
    assert [source.availability for source in every.source_list] == [
        "open",
        "public",
        "obtainable",
        "unshareable",
        "public",
        "open",
    ]
    assert every.built_on[0].relation == "included"
    (policy,) = every.built_on[0].further_terms
    assert (policy.location, policy.restricts, policy.binding) == (
        "https://hub.example.org/tokenizer/policy",
        ("use",),
        False,
    )
    assert every.built_on[1].same_licensor
    assert every.built_on[1].permission.location == "https://hub.example.org/permission"
    assert every.built_on[2].relation == "teacher"
    assert every.source_list[3].because == "privacy"
    assert every.source_list[5].generated_by == "Teacher 9B"
    assert every.components["code.inference"].withheld == (
        (("code", "inference", 3), "The server is ours."),
    )
    assert every.components["code.inference"].parts[2].location == "pkg:pypi/transformers@4.48.0"
    assert training.license_files == (
        "https://git.example.org/lab/model/LICENSE",
        "https://git.example.org/lab/model/LICENSE-MIT",
    )
    source = every.components["parameters.weights"].parts[0].source
    assert source == ("https://papers.example.org/1", "2026-11")
    assert every.placeholders == ()


def test_the_file_uses_every_key_of_the_format():
    """So that a key that is added to the schema is thought of here."""
    text = EVERY_KEY.read_text()

    named = set()
    for part in _parts(schema()):
        named |= part.get("properties", {}).keys()
    assert {key for key in named if f"{key}:" not in text} == set()


def _parts(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def test_what_is_loaded_is_what_the_schema_has():
    properties = schema()["properties"]
    description = properties["data"]["properties"]["description"]["anyOf"][0]["properties"]

    assert set(DESCRIPTION) == set(description)
    for group, names in (("code", CODE), ("parameters", PARAMETERS), ("documents", DOCUMENTS)):
        assert set(names) == set(properties[group]["properties"])


@pytest.mark.parametrize(
    "text",
    ["", " ", " " * 50, "\n\t", "TODO", "todo", "Tbd", "TBD.", "TODO:", " todo ", "...", "…"],
)
def test_placeholders(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["x", "TODO.md", "todo/", "docs/tbd", "-", "n/a", "TO DO"])
def test_what_is_no_placeholder(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"code.training": "TODO"}, ("code", "training")),
        ({"code.training": None}, ("code", "training")),
        ({"code.training": ["TODO"]}, ("code", "training", 0)),
        ({"code.training": [{"location": "x"}, "TBD"]}, ("code", "training", 1)),
        ({"code.training.location": "TODO"}, ("code", "training", "location")),
        ({"code.training.license": " "}, ("code", "training", "license")),
        ({"documents.model_card": "TODO"}, ("documents", "model_card")),
        ({"data.sources.0.location": "TODO"}, ("data", "sources", 0, "location")),
        ({"licenses.code": "TODO"}, ("licenses", "code")),
        (
            {"built_on": [{"name": "x", "relation": "merge", "license": "TODO"}]},
            ("built_on", 0, "license"),
        ),
    ],
)
def test_where_something_only_holds_a_place_is_kept(changes, where):
    assert load(whole(changes)).placeholders == (where,)


def test_a_part_that_only_holds_a_place_is_left_out():
    parts = load(whole({"code.training": ["TODO", "src/"]})).components["code.training"].parts

    assert [part.location for part in parts] == ["src/"]
    assert parts[0].path == ("code", "training", 1)
