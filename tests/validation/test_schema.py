# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The schemas that we publish, as text and as what they say."""

import json
import shutil
from pathlib import Path

import pytest

from osaid_action.validation import schema as module
from osaid_action.validation.schema import below_null, published, resolved, schema, schema_text

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_every_schema_is_found_by_its_name(path):
    name = path.name.removesuffix(".schema.json")

    assert schema_text(name) == path.read_text(encoding="utf-8")


def test_the_schema_of_a_declaration_is_the_usual_one():
    assert published() == json.loads(schema_text())
    assert schema().keys() == published().keys()
    assert schema()["$id"].endswith("open-ai-system-1.schema.json")


@pytest.mark.parametrize("name", ["open-ai-system-0", "", "../schemas/open-ai-system-1"])
def test_there_is_no_other(name):
    with pytest.raises(FileNotFoundError, match="is not installed"):
        schema_text(f"no-{name}")


def test_an_installed_package_has_it_inside(tmp_path, monkeypatch):
    inside = tmp_path / "osaid_action"
    shutil.copytree(SCHEMAS, inside / "schemas")
    monkeypatch.setattr(module, "__file__", str(inside / "validation" / "schema.py"))

    assert json.loads(schema_text())["$id"] == schema()["$id"]


def test_a_reference_is_what_it_refers_to():
    name, meant = next(iter(schema()["$defs"].items()))

    assert resolved({"$ref": f"#/$defs/{name}"}) is meant
    assert resolved(meant) is meant
    assert resolved({}) == {}


def test_a_reference_of_the_published_one_is_found_there():
    published_source = published()["$defs"]["availableSource"]

    assert resolved({"$ref": "#/$defs/availableSource"}, published()) is published_source


@pytest.mark.parametrize(
    ("part", "inner"),
    [
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"type": "string"}),
        ({"anyOf": [{"type": "string"}, {"type": "object"}]}, None),
        ({"anyOf": [{"type": "string"}, {"type": "null"}], "title": "A"}, None),
        ({"type": ["object", "null"]}, None),
        ({}, None),
    ],
)
def test_what_may_be_null(part, inner):
    assert below_null(part) == inner


def test_what_is_followed_has_no_such_choice():
    assert published()["$defs"]["base"]["properties"]["license"]["anyOf"][1] == {"type": "null"}
    assert schema()["$defs"]["base"]["properties"]["license"] == {"$ref": "#/$defs/license"}
