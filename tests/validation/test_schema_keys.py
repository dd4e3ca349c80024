# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Keys read from the schema: all of them, with their words and where they stand."""

import pytest

from osaid_action.validation.schema import schema
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.yaml_reader import read


def properties(part):
    """The name of every property anywhere in a schema."""
    if isinstance(part, list):
        return {name for one in part for name in properties(one)}
    if not isinstance(part, dict):
        return set()
    inside = {name for value in part.values() for name in properties(value)}
    return inside | set(part.get("properties", ()))


def test_every_key_of_the_schema_is_there():
    assert {key.name for key in keys()} == properties(schema())


@pytest.mark.parametrize(
    ("place", "required", "values"),
    [
        ("open_ai_system", True, ("1.0",)),
        ("declared.role", False, ("producer", "third-party")),
        ("data.sources[].name", True, ()),
        ("data.sources[].because", False,
         ("privacy", "law", "copyright", "contract", "indigenous-rights")),
        ("code.training.settings", False, ()),
        ("built_on[].access", False, ("open", "gated", "approval", "api")),
        ("parameters.weights.further_terms.restricts", False, ("use", "study", "modify", "share")),
    ],
)  # fmt: skip
def test_a_key_at_its_place(place, required, values):
    key = next(key for key in keys() if key.place == place)

    assert (key.required, key.values) == (required, values)


def test_every_key_is_described_and_its_examples_are_yaml():
    assert [key.place for key in keys() if not key.description] == []
    for key in keys():
        for text in key.examples:
            read(f"key: {text}\n".encode())
