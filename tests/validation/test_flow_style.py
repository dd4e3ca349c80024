# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Values in one line of YAML: they read back as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.validation.flow_style import flow, line
from osaid_action.validation.yaml_reader import read

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=126))
VALUES = st.recursive(
    TEXTS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("a"), inner),
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("open", '"open"'),
        (["open", "no", "a b"], '[open, "no", "a b"]'),
        ({"name": "Stork 7B", "relation": "merge"}, '{name: "Stork 7B", relation: merge}'),
        (True, "true"),
        ({"at": "https://example.org"}, '{at: "https://example.org"}'),
    ],
)
def test_how_a_value_is_written(value, shown):
    assert flow(value) == shown
    assert line("key", value) == f"key: {shown}"


@given(VALUES)
def test_it_reads_back(value):
    assert read(f"{line('key', value)}\n".encode()).data == {"key": value}
