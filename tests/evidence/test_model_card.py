# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What model cards and adapter files name, against what the declaration has."""

import pytest

from osaid_action.evidence.front_matter import front_matter
from osaid_action.evidence.model_card import is_same
from tests.made import freedoms, off, report, rules

OPEN_BASE = {"name": "Heron 1B", "relation": "finetune", "license": "MIT"}


def card(fields):
    return {"README.md": f"---\n{fields}\n---\n\n# Model\n"}


@pytest.mark.parametrize(
    "fields",
    [
        "base_model: lab/Heron-1B",
        "base_model: 'lab/Heron-1B' # the last one",
        "base_model:\n- lab/Heron-1B\n- lab/Model",
        "base_model: [lab/Heron-1B]",
        "license: mit\nlicense: mit\nbase_model: lab/Heron-1B",
        "license: mit\n\tbroken: [\nbase_model:\n  - lab/Heron-1B",
        "language: no\nbase_model: lab/Heron-1B",
    ],
)
def test_a_base_that_is_left_out_leaves_all_open(home, fields):
    made = report({}, home(card(fields)))

    assert freedoms(made) == "undecided undecided undecided undecided"
    assert off(made) == {"lineage": "undecided"}
    assert rules(made) == {"card-names-base"}


@pytest.mark.parametrize(
    "fields",
    [
        "base_model: no",
        "base_model:",
        "base_model: [1, false]",
        "base_model: {a: b}",
        "license: apache-2.0",
        "base_model: lab/Model",
        "datasets: x/texts",
        "datasets: false",
    ],
)
def test_what_names_nothing_else_costs_nothing(home, fields):
    assert report({}, home(card(fields))).verdict == "met"


@pytest.mark.parametrize(
    ("built_on", "is_told"),
    [
        ({"name": "Heron 1B"}, False),
        ({"name": "the base", "location": "https://hub.example.org/lab/Heron-1B"}, False),
        ({"name": "heron-1b-v2"}, False),
        ({"name": "Heron"}, False),
        ({"name": "H"}, True),
        ({"name": "Stork 1B"}, True),
        ({"name": "Heron 1B", "relation": "teacher"}, True),
    ],
)
def test_a_base_is_known_by_its_name_or_place(home, built_on, is_told):
    entry = {"relation": "finetune", **built_on}
    made = report({"built_on": [entry]}, home(card("base_model: lab/Heron-1B")))

    assert ("card-names-base" in rules(made)) is is_told


@pytest.mark.parametrize("where", ["adapter_config.json", "weights/adapter_config.json"])
@pytest.mark.parametrize(
    ("relation", "is_told"), [("adapter", False), ("finetune", True), ("merge", True)]
)
def test_files_of_an_adapter_want_the_relation(home, where, relation, is_told):
    entry = {**OPEN_BASE, "relation": relation}
    weights = {"location": "weights/", "license": "Apache-2.0"}
    files = {where: '{"base_model_name_or_path": "lab/Heron-1B"}', "weights/a.bin": "x"}
    made = report({"built_on": [entry], "parameters.weights": weights}, home(files))

    assert ("card-names-base" in rules(made)) is is_told


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 5000, '{"base_model_name_or_path": 1}'])
def test_an_odd_adapter_file_is_one(home, content):
    assert off(report({}, home({"adapter_config.json": content}))) == {"lineage": "undecided"}


def test_data_that_is_left_out_leaves_the_list_open(home):
    made = report({}, home(card("datasets:\n- lab/texts\n- lab/chats")))

    assert freedoms(made) == "met undecided undecided met"
    assert off(made) == {"data.sources": "undecided"}
    (found,) = [one for one in made.findings if one.rule.id == "card-names-data"]
    assert "README.md:4 names the data set lab/chats" in found.message


def test_the_cards_beside_the_weights_and_among_the_documents_are_read(home):
    weights = {"location": "weights/", "license": "Apache-2.0"}
    files = {"weights/a.bin": "x", "weights/README.md": card("base_model: x/y")["README.md"]}
    files["card.md"] = card("datasets: x/z")["README.md"]
    made = report({"parameters.weights": weights, "documents.model_card": "card.md"}, home(files))

    assert {"lineage", "data.sources"} <= off(made).keys()


@pytest.mark.parametrize(
    ("identity", "name", "same"),
    [
        ("mistralai/Mistral-7B-v0.1", "Mistral 7B", True),
        ("Qwen/Qwen2.5-7B", "https://huggingface.co/Qwen/Qwen2.5-7B/tree/main", True),
        ("c4", "C4", True),
        ("allenai/dolma", "Dolma", True),
        ("allenai/dolma", "a", False),
        ("a/b", "", False),
        ("///", "x", False),
    ],
)
def test_ids_and_names(identity, name, same):
    assert is_same(identity, [name]) is same


def test_front_matter_that_is_no_yaml_is_read_line_by_line():
    assert front_matter("---\na: {\nb: 'x' # y\nc:\n- d\n - e\nf: [g, 'h']\n---\n") == {
        "a": "{",
        "b": "x",
        "c": ["d", "e"],
        "f": ["g", "h"],
    }
